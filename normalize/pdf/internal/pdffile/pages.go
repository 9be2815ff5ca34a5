package pdffile

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Page is a page: its dictionary, and the resources that it has or inherits.
type Page struct {
	Dict      Dict
	Resources Dict
}

// maxTree is how deep the tree of pages may be.
const maxTree = 64

// Pages lists the pages in their order. The error tells of pages that are
// missing; the others are given all the same.
func (f *File) Pages() ([]Page, error) {
	w := walk{file: f, seen: map[int]bool{}}
	tree := f.Dict(f.root()["Pages"])
	if ref, ok := f.root()["Pages"].(Ref); ok {
		w.seen[ref.Num] = true
	}
	w.kids(tree, nil, 0)
	if len(w.pages) == 0 {
		w.loose()
	}
	stated := f.int(tree["Count"])
	switch {
	case f.Budget.Spent():
		return w.pages, ErrBudget
	case len(w.pages) == 0:
		return nil, errors.New("it has no pages")
	case w.lost > 0:
		return w.pages, fmt.Errorf("%d pages are missing from the file", w.lost)
	case w.astray:
		return w.pages, errors.New("its list of pages is damaged: those that were found are read")
	case stated > len(w.pages):
		return w.pages, fmt.Errorf("it is said to have %d pages, and %d were found", stated, len(w.pages))
	}
	return w.pages, nil
}

// A walk goes through the tree of pages.
type walk struct {
	file   *File
	seen   map[int]bool
	pages  []Page
	lost   int  // pages that are not there
	astray bool // they were looked for
}

func (w *walk) kids(node, resources Dict, depth int) {
	if r := w.file.Dict(node["Resources"]); r != nil {
		resources = r
	}
	for _, kid := range w.file.Array(node["Kids"]) {
		if !w.file.Budget.Spend(8) {
			return // several nodes may have one list
		}
		if ref, ok := kid.(Ref); ok {
			if w.seen[ref.Num] {
				continue
			}
			w.seen[ref.Num] = true
		}
		w.visit(w.file.Dict(kid), resources, depth)
	}
}

func (w *walk) visit(d, resources Dict, depth int) {
	switch {
	case !w.file.Budget.Spend(16):
	case d == nil || depth > maxTree:
		w.lost++
	case d["Kids"] != nil:
		w.kids(d, resources, depth+1)
	default:
		w.page(d, resources)
	}
}

func (w *walk) page(d, resources Dict) {
	if r := w.file.Dict(d["Resources"]); r != nil {
		resources = r
	}
	w.pages = append(w.pages, Page{d, resources})
}

// loose takes the pages of a file whose tree of pages is damaged: all objects
// that say that they are one.
func (w *walk) loose() {
	w.astray = true
	for _, num := range w.file.numbers() {
		if d, ok := w.file.Resolve(Ref{Num: num}).(Dict); ok && d["Type"] == Name("Page") {
			w.page(d, nil)
		}
	}
}

// Content is what a page paints: its streams, one after the other. The error
// tells what of it could not be unpacked; the rest is given all the same.
func (f *File) Content(d Dict) ([]byte, error) {
	contents := f.Resolve(d["Contents"])
	streams, ok := contents.(Array)
	if !ok {
		if d["Contents"] == nil {
			return nil, nil
		}
		streams = Array{contents}
	}
	var out bytes.Buffer
	var failed error
	for _, o := range streams {
		if !f.Budget.Spend(8) {
			return nil, ErrBudget // many pages may have one list
		}
		s, ok := f.Resolve(o).(*Stream)
		if !ok {
			failed = errors.New("a part of its content is missing")
			continue
		}
		data, err := f.Data(s)
		if err != nil {
			failed = err
		}
		out.Write(data)
		out.WriteByte('\n')
	}
	return out.Bytes(), failed
}

func sorted(m map[int]int) []int { return slices.Sorted(maps.Keys(m)) }
