package markdown

import (
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// The parser takes a paragraph line by line, a table from its last lines, and makes what is
// left of it a heading where a line of dashes follows: behind the table, which stood below.
// A page is read in the order of the file, in which the places of its text are kept.

// inOrder puts the blocks in n into the order of the file, and gives the byte at which its
// text begins, or -1 where it has none.
func inOrder(n ast.Node) int {
	start := -1
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		start = n.Lines().At(0).Start
	}
	var blocks []placed
	sorted, last := true, -1
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		at := inOrder(c)
		sorted = sorted && (at < 0 || at >= last)
		if last = max(last, at); at < 0 {
			at = last // of no text: behind what it stands behind
		}
		blocks = append(blocks, placed{c, at})
	}
	if !sorted {
		sort(n, blocks)
	}
	for i := 0; i < len(blocks) && start < 0; i++ {
		start = blocks[i].at
	}
	return start
}

// A placed is a block with where it stands.
type placed struct {
	ast.Node
	at int
}

// sort sorts the blocks in a node. A heading that comes forward is the paragraph above a
// table: what was taken for the line under it stands below the table.
func sort(in ast.Node, blocks []placed) {
	for i, b := range blocks[:len(blocks)-1] {
		if h, ok := blocks[i+1].Node.(*ast.Heading); ok && blocks[i+1].at < b.at {
			blocks[i+1].Node = paragraphOf(h)
		}
	}
	in.RemoveChildren(in)
	slices.SortStableFunc(blocks, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for _, b := range blocks {
		in.AppendChild(in, b.Node)
	}
}

// paragraphOf is a heading as a paragraph.
func paragraphOf(h *ast.Heading) ast.Node {
	p := ast.NewParagraph()
	p.SetLines(h.Lines())
	for c := h.FirstChild(); c != nil; c = h.FirstChild() {
		p.AppendChild(p, c)
	}
	return p
}
