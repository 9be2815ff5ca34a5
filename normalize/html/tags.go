package html

import "golang.org/x/net/html/atom"

// tagKind says how an element takes part in the flow of text. One that is not
// in the table flows in the line, as browsers do with what they do not know.
type tagKind uint8

const (
	block   tagKind = 1 << iota // begins and ends a run of text
	void                        // has no content
	dropped                     // its content is no visible text
	raw                         // its content is one token
	table                       // part of a table
	cell                        // of a table
	tight                       // void, and no gap between words
	root                        // its end tag closes all that stands in it
)

// kinds is the kind of every element by name.
var kinds = kindTable()

func kindTable() map[atom.Atom]tagKind {
	m := map[atom.Atom]tagKind{}
	set := func(k tagKind, of ...atom.Atom) {
		for _, a := range of {
			m[a] = k
		}
	}
	set(void|tight, atom.Wbr, atom.Basefont)
	set(void, atom.Img, atom.Input, atom.Embed, atom.Param, atom.Source, atom.Track, atom.Area, atom.Base,
		atom.Col, atom.Frame, atom.Keygen, atom.Image, atom.Command)
	set(void|block, atom.Hr)
	set(dropped|raw, atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Title, atom.Textarea,
		atom.Noembed, atom.Noframes)
	set(root, atom.Template, atom.Svg, atom.Math, atom.Object, atom.Select)
	set(block|table, atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr)
	set(block|table|cell, atom.Td, atom.Th, atom.Caption)
	set(block, atom.Html, atom.Body, atom.Div, atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Xmp,
		atom.Listing, atom.Plaintext, atom.Article, atom.Section, atom.Main, atom.Nav, atom.Aside, atom.Header,
		atom.Footer, atom.Hgroup, atom.Address, atom.Figure, atom.Figcaption, atom.Form, atom.Fieldset,
		atom.Legend, atom.Button, atom.Center, atom.Dir, atom.Menu, atom.Details, atom.Summary, atom.Dialog,
		atom.Video, atom.Audio, atom.Canvas, atom.Picture, atom.Marquee, atom.Map, atom.Optgroup, atom.Option,
		atom.Progress, atom.Meter, atom.Frameset, atom.Applet)
	return m
}

// insides is what an element says of the text in it.
var insides = map[atom.Atom]inside{
	atom.Article: inArticle, atom.Main: inMain, atom.Nav: inNav, atom.Aside: inAside, atom.Header: inHeader,
	atom.Footer: inFooter, atom.Form: inForm, atom.Fieldset: inForm, atom.Figure: inFigure,
	atom.Figcaption: inCaption, atom.Caption: inCaption, atom.Td: inTable, atom.Th: inTable,
	atom.Ul: inList, atom.Ol: inList, atom.Dl: inList, atom.Li: inItem, atom.Dd: inItem, atom.Dt: inItem,
	atom.Blockquote: inQuote, atom.H1: inHeading, atom.H2: inHeading, atom.H3: inHeading,
	atom.H4: inHeading, atom.H5: inHeading, atom.H6: inHeading, atom.P: inParagraph,
	atom.Address: inAddress, atom.Pre: inPre, atom.Xmp: inPre, atom.Listing: inPre, atom.Plaintext: inPre,
	atom.B: inBold, atom.Strong: inBold, atom.Button: inButton,
	atom.Rt: inHidden, atom.Rp: inHidden, // how the word before them is read aloud
	atom.Del: inHidden, // what the page has no longer, as in a DOCX
}

// closedBy is what the start of an element closes, if it is still open, beside
// the paragraph that every block closes.
var closedBy = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd},
	atom.Td: {atom.Td, atom.Th}, atom.Th: {atom.Td, atom.Th}, atom.Tr: {atom.Td, atom.Th, atom.Tr},
	atom.Tbody: {atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead}, atom.Option: {atom.Option},
	atom.H1: headings, atom.H2: headings, atom.H3: headings, atom.H4: headings,
}

var headings = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// hash is FNV-1a, to tell the names of elements apart that HTML does not know.
func hash(name []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range name {
		h = (h ^ uint32(b)) * 16777619
	}
	return h | 1
}
