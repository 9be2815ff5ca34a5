module github.com/quoteprov/quoteprov

go 1.26.0
