package html

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func read(t *testing.T, src string) *normalize.Page {
	t.Helper()
	p, err := Read("page.html", []byte(src))
	if err != nil || p == nil {
		t.Fatalf("Read: %v, %v", p, err)
	}
	return p
}

// texts are the pieces' texts, divided by |.
func texts(p *normalize.Page) string {
	var all []string
	for _, piece := range p.Pieces {
		all = append(all, p.Text[piece.Span.Start:piece.Span.End])
	}
	return strings.Join(all, "|")
}

// TestMarkdown leaves Markdown that begins with a tag to its reader.
func TestMarkdown(t *testing.T) {
	const piece = "<!-- x --><p align=\"center\">A</p>\n\n# B\n"
	for _, c := range []struct {
		name, src string
		want      bool
	}{
		{"a.md", piece, false}, {"a.Markdown", piece, false}, {"a", piece, true}, {"a.md", "<html>" + piece, true},
	} {
		if p, err := Read(c.name, []byte(c.src)); err != nil || (p != nil) != c.want {
			t.Errorf("%s %q: read as HTML: %v, %v", c.name, c.src, p != nil, err)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"paragraphs", "<p>One\n two</p>\n<p>Three", "One  two|Three"},
		{"inline tags leave no gap", "<p>un<b>believ</b>able <a href=x>link</a>.", "unbelievable link."},
		{"entities", "<p>A&amp;B &lt;x&gt; don&#8217;t &eacute; &copy 5&nbsp;km &unknown; &",
			"A&B <x> don’t é © 5\u00a0km &unknown; &"},
		{"an entity without its semicolon", "<p>AT&ampT &notit;", "AT&T ¬it;"},
		{"Windows-1252 in an entity", "<p>&#147;Well&#148;", "“Well”"},
		{"double breaks are paragraphs", "<div>One two.<br>\n<BR/>Three four", "One two.|Three four"},
		{"a break ends a sentence", "<div>One two.<br>Three four", "One two.|Three four"},
		{"a break in a sentence", "<div>One two<br>three four", "One two\nthree four"},
		{"scripts and the like",
			"<p>a<script>x<p>y</script>b<style>q</style><noscript>n</noscript><template>t</template>", "abt"},
		{"a page that a script writes", "<script>w.write('<style>b{}</style>');w.write(\"<body>x\")</script><p>a",
			"a"},
		{"a script whose end was lost", "<script>var a = 1;\n</head>\n<body><p>a<script>b</script>",
			"var a = 1;|a"},
		{"hidden text is text", "<div>a<div style='display: none'>b</div>c", "a|b|c"},
		{"a cell each", "<table><tr><td>a<td>b<tr><td>c</table>d", "a|b|c|d"},
		{"images part words", "<p>a<img src=x>b", "a b"},
		{"word breaks do not", "<p>a<wbr>b", "ab"},
		{"text ends a head", "<html><head><title>T</title>x</head><body>y", "x|y"},
		{"an object that never ends", "<p>a<object>b<p>c", "a b|c"},
		{"line ends in pre", "<pre>a\n b</pre>", "a\n b"},
		{"quotation marks that a browser paints", "<p>He said <q>yes <b>now</b></q>.<p><q>No</q><p><q>“Own”</q>",
			"He said “yes now”.|“No”|“Own”"},
		{"only space", "<p>&nbsp;</p><p> </p>", ""},
	} {
		if got := texts(read(t, "<!doctype html>"+c.src)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"declared", "<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"},
		{"declared in the old way", `<meta http-equiv="Content-Type" content="text/html; ` +
			`charset=ISO-8859-1"><p>caf` + "\xe9 \x93x\x94", "café “x”"},
		{"wrongly declared", "<meta charset=iso-8859-1><p>café", "café"},
		{"UTF-16", "\xff\xfe" + utf16le("<!doctype html><p>é x"), "é x"},
		{"a mark", "\ufeff<!doctype html><p>x", "x"},
	} {
		p := read(t, c.src)
		if got := texts(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		s := p.Pieces[0].Span
		if f := p.Map.File(s); f.End-f.Start <= 0 || f.End > len(c.src) {
			t.Errorf("%s: %v is no place in the file", c.name, f)
		}
	}
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

var (
	tag     = regexp.MustCompile(`(?is)<!--.*?-->|<(?:script|style|noscript)\b.*?</(?:script|style|noscript)\s*>|<[^>]*>`)
	letters = func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
)

// law is what must hold of every page in UTF-8: the pieces are in order and
// cover all of the text but white space, and the file's bytes for a word read
// as the word once tags are taken out and entities are decoded.
func law(t *testing.T, src string) {
	p, err := Read("page.html", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if p == nil {
		return
	}
	at := 0
	for _, piece := range p.Pieces {
		if piece.Span.Start < at || piece.Span.End > len(p.Text) || piece.Span.Len() <= 0 {
			t.Fatalf("piece %v after %d in %d bytes", piece.Span, at, len(p.Text))
		}
		if gap := p.Text[at:piece.Span.Start]; strings.TrimSpace(gap) != "" {
			t.Fatalf("%q is in no piece", gap)
		}
		if piece.Kept == (piece.Reason != "") {
			t.Fatalf("kept %v for reason %q", piece.Kept, piece.Reason)
		}
		at = piece.Span.End
	}
	if gap := p.Text[at:]; strings.TrimSpace(gap) != "" {
		t.Fatalf("%q is in no piece", gap)
	}
	d := normalize.Build("page.html", []byte(src), *p)
	if !utf8.ValidString(src) || strings.ContainsAny(src, "Ãâ") {
		return // another encoding
	}
	last := 0
	for _, w := range d.Words {
		f := d.File(w.Span())
		if f.Start < last || f.End > len(src) || f.End <= f.Start {
			t.Fatalf("word %q at %v after %d", d.Read(w.Span()), f, last)
		}
		last = f.End
		raw := src[f.Start:f.End]
		if strings.Contains(raw, "<!") {
			continue // markup that a pattern does not read
		}
		if plain := html.UnescapeString(tag.ReplaceAllString(raw,
			"")); letters(plain) != letters(d.Read(w.Span())) {
			t.Fatalf("word %q is %q in the file, %q", d.Read(w.Span()), plain, raw)
		}
	}
}

func TestLaw(t *testing.T) {
	for _, src := range []string{
		"<!doctype html><p>A don&rsquo;t &amp; <b>bo</b>ld 5&nbsp;000 w&ouml;rd<p>Next.",
		"<html><body><div>One<br><br>Two<table><tr><td>3.5&#37;</table>",
		"<html>" + strings.Repeat("<div><b>", 50000) + "deep words here",
		"<html>" + strings.Repeat("<p>x</i></span></table></td>", 5000),
		"<html><p>NUL \x00 here \ufeff there\u200b",
	} {
		law(t, src)
	}
}

func FuzzLaw(f *testing.F) {
	f.Add("<p>A don&rsquo;t <b>bo</b>ld<br>x")
	f.Add("<title>T</title><td>a</p><table></table></td>&ampx")
	f.Add("<!--<p>--><select><a href=x>y<a>z</object>\xff\x93")
	f.Fuzz(func(t *testing.T, src string) { law(t, "<html>"+src) })
}

// news is a page of the kind that news sites make, with what stands around an
// article.
const news = `<!doctype html><html lang="en"><head><title>Varland votes for the bridge | The Varland Post</title>
<meta property="og:title" content="Varland votes for the bridge"><meta property="article:published_time" content="2024-05-01T10:00:00Z">
<link rel="canonical" href="https://post.example/bridge"></head><body>
<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div id="cookies">We use cookies. <a href="/c">Accept all cookies</a></div>
<div class="story"><h1>Varland votes for the bridge</h1><div class="byline">By Mara Dell</div>
<div class="share-bar"><a href="#">Share on Facebook</a></div>
<p>The council of Varland has voted for a bridge over the river Oss, which the two towns on its banks have wanted for thirty years.</p>
<p>“We will build it, and we will not wait for the capital,” said the mayor, Tom Oke, after a debate that went on until midnight.</p>
<p>He agreed.</p>
<blockquote>The bridge will be open to everybody, and nobody will pay for it twice.</blockquote>
<p>The opposition said that the price, which is given as 40 million crowns, was a guess, and that the towns could not pay it.</p>
<figure><img src="a.jpg"><figcaption>The river Oss. Photo: Varland Post</figcaption></figure>
<p>Work is to begin in the spring, when the ice on the river has gone and the contract has been signed by both of the towns.</p>
<div class="related"><h3>Related stories</h3><ul><li><a href="/1">Ferry to close</a></li><li><a href="/2">Mayor elected again</a></li></ul></div>
</div><div id="comments"><h3>Comments</h3><p>I do not think that this is a good idea, but who asks me? lol</p></div>
<footer>© 2024 The Varland Post. All rights reserved.</footer></body></html>`

func TestArticle(t *testing.T) {
	p := read(t, news)
	var kept, junk []string
	for _, piece := range p.Pieces {
		s := p.Text[piece.Span.Start:piece.Span.End]
		if piece.Kept {
			kept = append(kept, s[:min(len(s), 20)])
		} else {
			junk = append(junk, piece.Reason+": "+s)
		}
	}
	want := "Varland votes for th|The council of Varla|“We will build it,|He agreed.|The bridge will be o|The " +
		"opposition said |Work is to begin in "
	if got := strings.Join(kept, "|"); got != want {
		t.Errorf("kept %q\nwant %q", got, want)
	}
	for _, want := range []string{"navigation: Home", "navigation: Sport",
		"cookie notice: We use cookies. Accept all cookies", "share: Share on Facebook",
		"caption: The river Oss. Photo: Varland Post", "related: Related stories", "related: Ferry to close",
		"copyright: © 2024 The Varland Post. All rights reserved."} {
		if !slices.Contains(junk, want) {
			t.Errorf("%q is not among what was removed: %q", want, junk)
		}
	}
	m := p.Meta
	if got := strings.Join([]string{m.Title, m.Byline, m.Published, m.URL},
		"; "); got != "Varland votes for the bridge; Mara Dell; 2024-05-01; https://post.example/bridge" {
		t.Error(got)
	}
	if got := p.Text[m.TitleSpan.Start:m.TitleSpan.End] + "; " +
		p.Text[m.BylineSpan.Start:m.BylineSpan.End]; got != "Varland votes for the bridge; Mara Dell" {
		t.Error(got)
	}
}

// TestBylineBelowButtons: a row of buttons stands between title and byline.
func TestBylineBelowButtons(t *testing.T) {
	buttons := strings.Repeat("<li><a href=/share>Share</a></li>", 16)
	src := strings.Replace(news, `<div class="byline">By Mara Dell</div>`,
		"<ul>"+buttons+`</ul><div class="byline">By Mara Dell May 1 at 3:57 PM</div>`, 1)
	if got := read(t, src).Meta.Byline; got != "Mara Dell" {
		t.Errorf("%q", got)
	}
}

// TestForest holds the order of the columns to that of the fitted trees.
func TestForest(t *testing.T) {
	c := scanned(decode([]byte(news)), usual)
	c.countAll()
	c.gather()
	for _, m := range []*model{modelOfToday(), modelOf2008()} {
		if !slices.Equal(features(c).names, m.Names) {
			t.Errorf("the features are not those that the trees were fitted to; run go test -run Fit -fit")
		}
	}
}

func TestMeta(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"A &amp; ` +
			`B","author":[{"name":"Mara Dell"},{"name":"Tom Oke"}],"datePublished":"2024-05-01T01:00"}]}</script>`,
			"A & B; Mara Dell and Tom Oke; 2024-05-01"},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":</script><title>T</title>`, "T; ; "},
		{"Open Graph goes before the name", `<meta name=title content=N><meta property="og:title" content="O">`,
			"O; ; "},
		{"an ambiguous date is none", `<meta name=date content="01/02/2024"><title>T</title>`, "T; ; "},
		{"an address is no author", `<meta property="article:author" ` +
			`content="https://x.example/mara"><title>T</title>`, "T; ; "},
	} {
		m := read(t, "<!doctype html><html><head>"+c.head+"</head><body><p>x").Meta
		if got := strings.Join([]string{m.Title, m.Byline, m.Published}, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestTranscript: short turns of a talk stay, to the last.
func TestTranscript(t *testing.T) {
	var b strings.Builder
	b.WriteString("<html><body><ul class=menu><li><a href=/>Home</a><li><a href=/s>Speeches</a></ul><div " +
		"class=text><h2>Talk with the mayor</h2>")
	turns := []string{"<b>Q:</b> Will there be a bridge over the Oss?",
		"<b>MAYOR OKE:</b> There will be a bridge, and I have said so for years, to everybody who would listen.",
		"<b>Q:</b> When?", "<b>MAYOR OKE:</b> In May, or in June if the ice stays on the river for longer than " +
			"it did in the last few years.", "<b>Q:</b> Thank you.", "<b>MAYOR OKE:</b> Thank you all."}
	for range 3 {
		for _, turn := range turns {
			b.WriteString("<div>" + turn + "</div>\n")
		}
	}
	b.WriteString("</div><div class=footer><a href=/c>Contact</a> Copyright. All rights " +
		"reserved.</div></body></html>")
	onlyFurniture(t, b.String())
}

// TestShortTranscript: so do names on lines of their own, and thanks at the end.
func TestShortTranscript(t *testing.T) {
	turns := []string{"Mara Dell", "Good evening, and welcome to the old hall of Olm, where the two " +
		"candidates will speak about the ferries.",
		"Tom Oke", "Thank you for having me, and thanks to everybody who came out in this weather to hear us.",
		"Ada Van Lund", "The ferries...", "Mara Dell", "Mr. Oke, let me...", "Tom Oke", "Got it.", "Mara Dell",
		"Do the ferries sail in May?",
		"Ada Van Lund", "The ferries will sail in June, when the ice has gone, and not a day before the crews " +
			"have been given their boots.",
		"Tom Oke", "In May!", "Mara Dell", "Thank you both.", "Tom Oke", "Thank you."}
	onlyFurniture(t, "<html><head><title>The ferry debate of Olm</title></head><body><div class=nav><a "+
		"href=/>Home</a></div><div><h1>The ferry debate of Olm</h1><p>"+
		strings.Join(turns, "</p><p>")+"</p></div><div>© The Olm Post. All rights reserved.</div></body></html>")
}

// onlyFurniture reports what is removed of a page beside its menu and its
// copyright line.
func onlyFurniture(t *testing.T, src string) {
	t.Helper()
	p := read(t, src)
	for _, piece := range p.Pieces {
		if !piece.Kept && piece.Reason != "navigation" && piece.Reason != "copyright" {
			t.Errorf("%q is removed as %s", p.Text[piece.Span.Start:piece.Span.End], piece.Reason)
		}
	}
}

// TestQuoteAroundBlocks: the marks of a <q> stand in the blocks of its text, and all leads
// to the file in its order.
func TestQuoteAroundBlocks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<p>The mayor of Olm <q>will stay</q>.</p>", "The mayor of Olm “will stay”."},
		{"<p>He spoke.</p><q><p>We will not leave Olm.</p></q><p>Then he left.</p>", "He spoke.|“We will not leave Olm.”|Then he left."},
		{"<blockquote><q><p>We stay in Olm.</p><p>So will you.</p></q></blockquote>", "“We stay in Olm.|So will you.”"},
		{"<p>An empty one <q></q> or <q><q></q> </q>is none.</p>", "An empty one or is none."},
		{"<p>He said<q> we <q>both</q> stay </q>in Olm.</p>", "He said “we “both” stay” in Olm."},
		{"<p><q>Never ended.</p><p>Next.</p>", "“Never ended.”|Next."},
		{"<q></q><p>First.</p><q></q>", "First."},
	} {
		d, err := normalize.Read("a.html", []byte("<html><body>"+c.src), Read)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(strings.TrimSpace(d.Text), "\n", "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.src, got, c.want)
		}
		last := text.FileSpan{}
		for i, r := range d.Text {
			f := d.File(text.Span{Start: i, End: i + len(string(r))})
			if f.Start < last.End || unicode.IsLetter(r) && d.Source[f.Start:f.End] != string(r) {
				t.Errorf("%s: %q stands at %v, behind %v", c.src, r, f, last)
			}
			last = f
		}
	}
}
