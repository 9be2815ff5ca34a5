package html

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestWithin puts a block between the paragraphs of an article, and asks
// whether it is kept.
func TestWithin(t *testing.T) {
	const para = `<p>The harbour council of Olm decided on Tuesday that the ferries, which had been idle ` +
		`since May, should sail again, and that their crews should get new boots.</p>`
	for _, c := range []struct {
		block, asked string
		kept         bool
	}{
		{`<div class="ad"><span>Advertisement</span><p>Boots from 19 crowns. Order today!</p></div>`,
			"Order today!", false},
		{`<p><a href="/boots">Related: What the new boots mean for the crews</a></p>`, "What the new boots", false},
		{`<p>Read more: <a href="/boots">The council and the long wait for dry feet</a></p>`, "long wait", false},
		{`<p>Related: the crews of the islands had asked for boots since the spring, and got none.</p>`,
			"the crews of the islands", true},
		{`<p>Advertisement for the ferries will be paid for by the council, its secretary said.</p>`,
			"will be paid for", true},
		{`<p>The boots, it said in <a href="/report">a report of 40 pages on the ferries</a>: they leak.</p>`,
			"they leak", true},
		{`<div style="display: none"><p>Sign up for the letter of the harbour, and never miss what the council ` +
			`of Olm says of ferries.</p></div>`, "never miss", false},
		{`<p hidden>The ferries of the other shore have been sailing since May, as readers of this page will ` +
			`know.</p>`, "other shore", false},
		{`<div id="reader-comments"><div class="text"><p>I have waited for these boots for years, and my feet, ` +
			`which are wet, have waited longer.</p></div></div>`, "my feet", false},
		{`<div class="comment-text post-text"><p>The council of Olm will hear what the crews have to say of ` +
			`their boots on Friday, in the old hall.</p></div>`, "old hall", false},
		{`<div class="entry-more"><p>The council of Olm will hear what the crews have to say of their boots on ` +
			`Friday, in the old hall.</p></div>`, "old hall", true},
		{`<aside><p>The harbour of Olm was built by the guild of rowers, and has been rebuilt after every one of ` +
			`the great storms.</p></aside>`, "guild of rowers", false},
	} {
		p := read(t, "<!doctype html><title>Ferries sail again</title><body><article><h1>Ferries sail "+
			"again</h1>"+strings.Repeat(para, 3)+c.block+strings.Repeat(para, 3)+"</article>")
		found := false
		for _, piece := range p.Pieces {
			if strings.Contains(p.Text[piece.Span.Start:piece.Span.End], c.asked) {
				found = true
				if piece.Kept != c.kept {
					t.Errorf("%s: kept %v (%s)", c.block, piece.Kept, piece.Reason)
				}
			}
		}
		if !found {
			t.Errorf("%s: %q is in no piece", c.block, c.asked)
		}
	}
}

// TestHidden: words that a browser does not show are none of a sentence's, and
// an article that a script shows is one.
func TestHidden(t *testing.T) {
	src := "<!doctype html><body><p>The ferries<span style='display:none'> \\frac{x}</span> of Olm sail " +
		"again, <i hidden>[icon]</i>and on time.</p>"
	d, err := normalize.Read("a.html", []byte(src), Read)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(d.Kept(d.Blocks[0].Span)),
		" "); got != "The ferries of Olm sail again, and on time." {
		t.Errorf("%q", got)
	}
	const para = "<p>The harbour council of Olm decided on Tuesday that the ferries, idle since May, should " +
		"sail again.</p>"
	for _, piece := range read(t, "<!doctype html><body><article><p>It was decided.</p><div "+
		"style='display:none'>"+strings.Repeat(para, 9)+"</div></article>").Pieces {
		if !piece.Kept {
			t.Errorf("%v is removed as %s", piece.Span, piece.Reason)
		}
	}
}

// TestRepeatedPosts: what a thread quotes of itself is kept where it was written, and
// an article may say a thing twice.
func TestRepeatedPosts(t *testing.T) {
	const said = "The harbour board will meet on Friday to vote on the northern pier."
	posts := "<div class=post><b>Ada</b><p>" + said + "</p></div>" +
		"<div class=post><b>Jan</b><blockquote><p>" + said + "</p></blockquote>" +
		"<p>Who says so? The board met last week and voted on nothing at all.</p></div>"
	for _, c := range []struct {
		head string
		want int
	}{
		{`<meta name="generator" content="phpBB"><link rel=canonical href="https://x.test/viewtopic.php?t=1">`, 1},
		{"", 2},
	} {
		p, err := Read("x.html", []byte("<!doctype html><head><title>The pier</title>"+c.head+
			"</head><body><h1>The pier</h1>"+posts))
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for _, piece := range p.Pieces {
			if piece.Kept && p.Text[piece.Span.Start:piece.Span.End] == said {
				kept++
			}
		}
		if kept != c.want {
			t.Errorf("%s: kept %d times, want %d", c.head, kept, c.want)
		}
	}
}
