// Package bench sets quoteprov beside other tools, in one run on one core. It is
// a module of its own so that their code is no dependency of the library.
//
//	go test -run XXX -bench . -cpu 1
//	go test -run Pages -v   # what is kept of web pages, and in what time
//	go test -run XXX -bench . -cpu 1 -tags edlib   # with Debian's libedlib-dev
package bench
