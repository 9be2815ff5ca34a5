// Package bench sets quoteprov beside other tools, in one run on one core. It is
// a module of its own so that their code is no dependency of the library.
//
//	go test -run Table -v -timeout 60m -cpu 1 -tags "edlib fts5"   # all of it side by side, on real text
//	go test -run '^$' -bench . -cpu 1
//	go test -run Pages -v   # what is kept of web pages, and in what time
//
// The tags want a C compiler, and edlib Debian's libedlib-dev; what cannot be had is
// named in place of its figures. The real text is that of ../shared, which is no part
// of the project; where it is not there the table is skipped.
package bench
