package html

import "fmt"

// Elements of a page that are read, and of these in each other, where the caller does not
// say another number. Of 1,814 pages of news, forums and documentation none has more
// than 9,328, and 98.
const (
	MostElements = 4_000_000
	MostNesting  = 10_000
)

// limits are counts that end the reading of a page.
type limits struct{ elements, nesting int }

var usual = limits{MostElements, MostNesting}

// A meter counts what is read of a page.
type meter struct {
	limits
	n     int  // elements so far
	ended bool // there are more than may be read
	deep  bool // and more in each other
}

// another counts an element, and reports whether it may be read.
func (m *meter) another() bool {
	m.n++
	m.ended = m.ended || m.n > m.elements
	return !m.ended
}

// fits reports whether an element may be opened in so many others.
func (m *meter) fits(depth int) bool {
	m.deep = m.deep || depth > m.nesting
	return depth <= m.nesting
}

// warnings tell which limits were met, and what else was not read.
func (c *scanner) warnings() (out []string) {
	if c.ended {
		out = append(out, fmt.Sprintf("more than %d elements: what stands behind byte %d was not read "+
			"(Limits.Elements, -max-elements)", c.elements, c.from))
	}
	if c.deep {
		out = append(out, fmt.Sprintf("more than %d elements in each other: what lies "+
			"deeper was read as if it did not "+
			"(Limits.Nesting, -max-nesting)", c.nesting))
	}
	if c.unframed() {
		out = append(out, fmt.Sprintf("the text of frames in the page (%d bytes) is not read", c.framed))
	}
	return out
}

// unframed reports whether the frames of the page hold a text, which is not read: more
// than an advertisement does.
func (c *scanner) unframed() bool { return c.framed >= fewest }
