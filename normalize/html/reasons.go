package html

import "strings"

// A cause ties a reason to what speaks for it: groups of class names
// (vocab.txt), groups of phrases (phrases.txt), elements.
type cause struct {
	reason  string
	near    string
	said    string
	in      inside
	linked  bool // only for text that is mostly links
	atMost  int32
	classed vocab
	phrased vocab
}

// causes are tried in order; the first that applies names the reason.
var causes = prepare([]cause{
	{reason: "hidden", near: "hidden", in: inHidden},
	{reason: "cookie notice", said: "cookie", atMost: 120},
	{reason: "comments", near: "comment"},
	{reason: "caption", in: inCaption | inFigure, near: "caption"},
	{reason: "credit", said: "credit", atMost: 8},
	{reason: "share", near: "share"},
	{reason: "share", said: "share print", atMost: 8},
	{reason: "subscribe", near: "subscribe"},
	{reason: "subscribe", said: "subscribe", atMost: 12},
	{reason: "advertisement", near: "ad"},
	{reason: "advertisement", said: "ad", atMost: 12},
	{reason: "most popular", near: "popular"},
	{reason: "most popular", said: "popular", atMost: 6},
	{reason: "related", near: "related"},
	{reason: "related", said: "related", atMost: 8},
	{reason: "comments", said: "comment", atMost: 6},
	{reason: "disclaimer", near: "notice foot", said: "copyright", in: inFooter},
	{reason: "player", near: "video", said: "player", atMost: 12},
	{reason: "author box", near: "credit", in: inAddress},
	{reason: "date", near: "date"},
	{reason: "date", said: "date", atMost: 10},
	{reason: "form", near: "form", in: inForm | inButton},
	{reason: "navigation", near: "nav pager tag list side", in: inNav | inHeader},
	{reason: "navigation", linked: true},
	{reason: "promotion", near: "promo box", in: inAside},
})

func prepare(cs []cause) []cause {
	for i := range cs {
		for _, g := range strings.Fields(cs[i].near) {
			cs[i].classed |= group(vocabGroups, g)
		}
		for _, g := range strings.Fields(cs[i].said) {
			cs[i].phrased |= group(phraseGroups, g)
		}
	}
	return cs
}

// why is the reason that a block is no part of the article.
func (c *scanner) why(r *run) string {
	for _, k := range causes {
		if k.atMost > 0 && r.words > k.atMost {
			continue
		}
		if r.tag.near&k.classed != 0 || r.tag.in&k.in != 0 || r.said&k.phrased != 0 || k.linked && r.linked*2 > r.words {
			return k.reason
		}
	}
	return "page furniture"
}
