module github.com/quoteprov/quoteprov/bench

go 1.26.0

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/quoteprov/quoteprov v0.0.0
)

require golang.org/x/text v0.43.0 // indirect

replace github.com/quoteprov/quoteprov => ..
