package html

import (
	"slices"
	"strings"
)

// A cause ties a reason to what speaks for it: groups of class names
// (vocab.txt), groups of phrases (phrases.txt), elements.
type cause struct {
	reason  string
	near    string
	said    string
	in      inside
	links   linkedness
	atMost  int32 // words; 0: any number
	classed vocab
	phrased vocab
}

type linkedness uint8

const (
	anyLinks linkedness = iota
	mostlyLinks
	noLinks
)

// causes are tried in order; the first that applies names the reason.
var causes = []cause{
	{reason: "hidden", near: "hidden", in: inHidden},
	{reason: "cookie notice", said: "cookie", atMost: 120},
	{reason: "copyright", said: "copyright", atMost: 80, links: noLinks},
	{reason: "comments", near: "comment"},
	{reason: "caption", in: inCaption | inFigure, near: "caption", links: noLinks},
	{reason: "credit", said: "credit", atMost: 8, links: noLinks},
	{reason: "share", near: "share", atMost: 12},
	{reason: "share", said: "share print", atMost: 8},
	{reason: "subscribe", near: "subscribe", atMost: 40},
	{reason: "subscribe", said: "subscribe", atMost: 12},
	{reason: "advertisement", near: "ad", links: noLinks},
	{reason: "advertisement", said: "ad", atMost: 12},
	{reason: "most popular", near: "popular"},
	{reason: "most popular", said: "popular", atMost: 6},
	{reason: "related", near: "related"},
	{reason: "related", said: "related", atMost: 8},
	{reason: "comments", said: "comment", atMost: 6},
	{reason: "disclaimer", near: "notice", links: noLinks},
	{reason: "player", near: "video", said: "player", atMost: 12},
	{reason: "author box", near: "credit", in: inAddress, links: noLinks},
	{reason: "date", near: "date", atMost: 12, links: noLinks},
	{reason: "date", said: "date", atMost: 10, links: noLinks},
	{reason: "navigation", near: "nav pager tag list foot", in: inNav | inHeader | inFooter},
	{reason: "navigation", links: mostlyLinks},
	{reason: "form", near: "form", in: inButton},
	{reason: "advertisement", near: "ad"},
	{reason: "promotion", near: "promo box side", in: inAside},
}

// prepare is the causes with the bits of their groups.
func (k *knowledge) prepare(cs []cause) []cause {
	cs = slices.Clone(cs)
	for i := range cs {
		for _, g := range strings.Fields(cs[i].near) {
			cs[i].classed |= k.class(g)
		}
		for _, g := range strings.Fields(cs[i].said) {
			cs[i].phrased |= k.phrase(g)
		}
	}
	return cs
}

// why is the reason that a block is no part of the article.
func (c *scanner) why(r *run) string {
	for _, k := range c.known.causes {
		if k.applies(r) {
			return k.reason
		}
	}
	return "page furniture"
}

func (k cause) applies(r *run) bool {
	linked := r.linked*2 > r.words
	switch {
	case k.atMost > 0 && r.words > k.atMost, k.links == mostlyLinks && !linked, k.links == noLinks && linked:
		return false
	case k.near == "" && k.said == "" && k.in == 0:
		return true
	}
	return r.tag.near&k.classed != 0 || r.tag.in&k.in != 0 || r.said&k.phrased != 0
}
