module github.com/quoteprov/quoteprov

go 1.26.0

require github.com/blevesearch/snowballstem v0.9.0

require golang.org/x/text v0.43.0
