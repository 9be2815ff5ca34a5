package html

import (
	"bytes"
	"slices"

	"golang.org/x/net/html/atom"
)

// Elements that show none of their text where it stands: pictures (SVG), what
// waits to be used (<template>), fields of forms, what stands in for an object.
// Their text is the file's, so it is in the page's text and listed as removed;
// it is no block beside the others, which it says nothing of. Where such an
// element ends is the HTML standard's to say (WHATWG HTML, 13.2.6): an end tag
// of theirs closes what stands in them, the start of an element that pictures
// cannot hold ends the picture, and an element that closes itself does so in
// pictures and formulas alone.

// openRoot opens a picture, a formula, a template, an object or a list of choices.
func (c *scanner) openRoot(tag atom.Atom) {
	if tag == atom.Select && c.top().tag == atom.Select {
		c.pop(len(c.stack) - 1)
		return
	}
	if tag == atom.Object && !c.closes(tag) {
		c.space(c.from, c.to)
		return
	}
	if tag != atom.Template {
		c.endHead()
	}
	e := element{tag: tag, node: c.top().node, setting: c.top().setting}
	switch tag {
	case atom.Svg:
		e.in |= inForeign | inDead | inHidden
	case atom.Math:
		e.in |= inForeign
	case atom.Template:
		if c.shadow() {
			c.endHead()
			break
		}
		e.in |= inDead | inHidden
	default:
		e.in |= inDead | inHidden
	}
	if tag == atom.Select || tag == atom.Object {
		c.space(c.from, c.to)
	}
	c.roots = append(c.roots, len(c.stack))
	c.push(e)
}

// shadow reports whether the template at hand is the shown content of the element that
// it stands in, a shadow root (WHATWG HTML, 4.12.3).
func (c *scanner) shadow() bool {
	names := bytes.Fields(bytes.ToLower(c.src.UTF8[c.from:c.to]))
	named := func(b []byte) bool { return bytes.HasPrefix(b, []byte("shadowrootmode")) }
	return slices.ContainsFunc(names, named) && c.top().in&inDead == 0
}

// struck reports whether the <del> at hand ends before another begins: one that lost its end
// would strike out what is left of the page.
func (c *scanner) struck() bool {
	return c.closes(atom.Del) && c.next("</del") < c.next("<del")
}

// closeRoot closes the nearest element of the kind, and what stands in it. None
// is closed out of a template.
func (c *scanner) closeRoot(tag atom.Atom) {
	for k, n := len(c.roots)-1, 0; k >= 0 && n < 256; k, n = k-1, n+1 {
		switch at := c.roots[k]; c.stack[at].tag {
		case tag:
			c.pop(at)
			if tag == atom.Select || tag == atom.Object {
				c.space(c.from, c.to)
			}
			return
		case atom.Template:
			return
		}
	}
}

// push puts an element on the stack that holds no blocks.
func (c *scanner) push(e element) {
	if e.in&^c.top().in&inHidden != 0 {
		c.unseen = len(c.out)
	}
	c.stack = append(c.stack, e)
}

// openDead opens an element within one that shows nothing.
func (c *scanner) openDead(e element, kind tagKind) {
	if kind&block != 0 {
		c.space(c.from, c.to)
	}
	e.node, e.setting = c.top().node, c.top().setting
	c.push(e)
}

// deadText takes the token as the text of an element that shows none.
func (c *scanner) deadText(tag atom.Atom) {
	e := element{tag: tag, node: c.top().node, setting: c.top().setting}
	e.in |= inDead | inHidden
	c.push(e)
	c.text(c.from, c.to)
	c.pop(len(c.stack) - 1)
}

// inSelect reports whether a tag means nothing since it stands in a <select>.
// What no list of choices has ends it.
func (c *scanner) inSelect(tag atom.Atom, kind tagKind) bool {
	if c.top().tag != atom.Select || kind&dropped != 0 && tag != atom.Textarea {
		return false
	}
	if kind&table != 0 || tag == atom.Input || tag == atom.Textarea || tag == atom.Keygen {
		c.pop(len(c.stack) - 1)
		return false
	}
	return true
}

// foreign takes a start tag by the rules of pictures and formulas, and reports
// whether that is all there is to it.
func (c *scanner) foreign(tag atom.Atom, name []byte, closed bool) bool {
	if c.top().in&inForeign == 0 {
		return false
	}
	c.z.NextIsNotRawText()
	if breakouts[tag] {
		for c.top().in&inForeign != 0 {
			c.pop(c.roots[len(c.roots)-1])
		}
		return false
	}
	if closed {
		return true
	}
	e := element{tag: tag, node: c.top().node, setting: c.top().setting}
	if tag == 0 {
		e.name = hash(name)
	}
	switch tag {
	case atom.Svg, atom.Math:
		c.roots = append(c.roots, len(c.stack))
	case atom.Style, atom.Script:
		e.in |= inStyle
	case atom.Title, atom.Desc, atom.Foreignobject, atom.ForeignObject, atom.Mi, atom.Mo, atom.Mn, atom.Ms,
		atom.Mtext:
		e.in &^= inForeign
	}
	c.push(e)
	return true
}

// breakouts are the elements that no picture or formula holds.
var breakouts = atomSet(atom.B, atom.Big, atom.Blockquote, atom.Body, atom.Br, atom.Center, atom.Code,
	atom.Dd, atom.Div, atom.Dl, atom.Dt, atom.Em, atom.Embed, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5,
	atom.H6, atom.Head, atom.Hr, atom.I, atom.Img, atom.Li, atom.Listing, atom.Menu, atom.Meta, atom.Nobr,
	atom.Ol, atom.P, atom.Pre, atom.Ruby, atom.S, atom.Small, atom.Span, atom.Strong, atom.Strike, atom.Sub,
	atom.Sup, atom.Table, atom.Tt, atom.U, atom.Ul, atom.Var, atom.Font)

func atomSet(of ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range of {
		m[a] = true
	}
	return m
}
