package html

import "testing"

// TestSaid: what a page says of its title, author and day, where several places of it
// disagree.
func TestSaid(t *testing.T) {
	const text = "<p>The harbour board of Sundhaven has voted for the northern pier, which the two towns " +
		"will pay for, and the work begins in spring.</p><p>Nobody knows what it will cost in the end, " +
		"and the board does not say so either, though it was asked twice.</p>"
	for _, c := range []struct{ what, head, body, title, byline, day string }{
		{"a section above the title", `<title>How the northern pier was won | Post</title>`,
			"<h1>Sundhaven</h1>" + text, "How the northern pier was won", "", ""},
		{"a page called Home", `<title>Home - The Harbour Board</title>`, "<p>Welcome.</p>" + text,
			"The Harbour Board", "", ""},
		{"a site without a title", `<title>| Harl Review</title>`, "<h1>The northern pier</h1>" + text,
			"The northern pier", "", ""},
		{"a date in the heading", `<title>The northern pier is won</title>`,
			"<h1>The northern pier is won <div>May 2, 2031</div></h1>" + text, "The northern pier is won", "", "2031-05-02"},
		{"one who checked it", `<title>The northern pier is won</title>`,
			`<h1>The northern pier is won</h1><p>By <a href="/author/1">Ada Lund</a> | Fact-checked by ` +
				`<a href="/author/2">Jan Holt</a></p>` + text, "The northern pier is won", "Ada Lund", ""},
		{"whose site it is", `<title>The northern pier is won</title>`,
			"<div>Mary Lund</div><h1>The northern pier is won</h1>" + text + "<footer>© 2031 Mary Lund.</footer>",
			"The northern pier is won", "Mary Lund", ""},
		{"an account that began a thread", `<title>Is the pier won?</title><script type="application/ld+json">` +
			`{"@type":"DiscussionForumPosting","headline":"Is the pier won?","author":{"name":"pier42"}}</script>`,
			"<h1>Is the pier won?</h1>" + text, "Is the pier won?", "pier42", ""},
		{"a reader's clock", `<title>The pier is won</title><meta property="article:published_time" ` +
			`content="2031-05-02T01:00:00Z">`, `<h1>The pier is won</h1><time datetime="2031-05-02T01:00:00Z">` +
			`May 1, 2031</time>` + text, "The pier is won", "", "2031-05-02"},
		{"a day that is none", `<title>The pier is won</title><meta name="date" content="2031-02-30">`,
			"<h1>The pier is won</h1>" + text, "The pier is won", "", ""},
		{"first and changed", `<title>The pier is won</title>`, `<h1>The pier is won</h1><div class="date">Updated: ` +
			`<span class="updated">May 9, 2031</span> Published: <span class="published">May 2, 2031</span></div>` +
			text, "The pier is won", "", "2031-05-02"},
		{"a feed of one's own", `<title>The pier is won</title><link rel="alternate" type="application/rss+xml" ` +
			`title="Mary Lund">`, "<h1>The pier is won</h1>" + text, "The pier is won", "Mary Lund", ""},
		{"a program's data", `<title>The pier is won</title><script>x = {"pagePostAuthor":"Ada Lund"}</script>`,
			"<h1>The pier is won</h1>" + text, "The pier is won", "Ada Lund", ""},
		{"a label of its own below", `<title>The pier is won</title>`, "<h1>The pier is won</h1>" + text +
			"<footer><h3>Author</h3><p>Ada Lund</p></footer>", "The pier is won", "Ada Lund", ""},
		{"a box below", `<title>The pier is won</title>`, "<h1>The pier is won</h1>" + text +
			`<h4 class="author-box__name">Ada Lund</h4>`, "The pier is won", "Ada Lund", ""},
		{"a site and a count in the heading", `<title>Harl</title><meta property="og:title" content="The pier is won">`,
			"<h1>The pier is won (post.example) 139</h1>" + text, "The pier is won", "", ""},
		{"a day in the heading", `<title>The pier is won</title><meta property="og:title" content="The pier is won">`,
			"<h1>May 2 2031 The pier is won</h1>" + text, "The pier is won", "", ""},
		{"a day in the address", `<title>The pier is won</title>` +
			`<link rel="canonical" href="https://harl.example/2031/may/02/pier">`,
			"<h1>The pier is won</h1>" + text, "The pier is won", "", "2031-05-02"},
		{"a change told at the end", `<title>The pier is won</title>`, "<h1>The pier is won</h1>" + text +
			"<p>Last updated: May 9, 2031</p>", "The pier is won", "", "2031-05-09"},
		{"a caption above the byline", `<title>The pier is won</title>`, "<h1>The pier is won</h1><p>The quay, in a " +
			`picture of Harl Images</p><p class="byline">By Ada Lund May 2, 2031</p>` + text,
			"The pier is won", "Ada Lund", "2031-05-02"},
		{"another sign between", `<title>The pier is won</title>`, "<h1>The pier is won</h1><p>by Ada Lund ● " +
			"May 2, 2031 ● 6 min read</p>" + text, "The pier is won", "Ada Lund", "2031-05-02"},
		{"links without blanks", `<title>The pier is won</title>`, `<h1>The pier is won</h1><p class="byline">` +
			"<a>Harbour Stories</a><a>Pier News</a></p>" + text, "The pier is won", "", ""},
	} {
		p, err := Read("x.html", []byte("<!doctype html><html><head>"+c.head+"</head><body><main>"+c.body+"</main>"))
		if err != nil {
			t.Fatal(err)
		}
		m := p.Meta
		if m.Title != c.title || m.Byline != c.byline || m.Published != c.day {
			t.Errorf("%s: %q by %q on %q, want %q by %q on %q", c.what, m.Title, m.Byline, m.Published,
				c.title, c.byline, c.day)
		}
	}
}
