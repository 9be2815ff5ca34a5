package html

import (
	"strings"
	"testing"
)

// sentence is a sentence that is long enough for a post.
const sentence = "The ferry of Olm will sail again in May, when the ice on the river has gone."

func TestPosts(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a forum", forumPost("Mara", "1", sentence) + forumPost("tom_7", "2", sentence) +
			forumPost("Mara", "3", sentence),
			"Mara 2031-05-01|tom_7 2031-05-02|Mara 2031-05-03"},
		{"somebody is quoted", forumPost("Mara", "1", sentence) +
			forumPost("tom_7", "2", "<blockquote><div>Mara said:</div>"+sentence+"</blockquote><p>So it says, and I "+
				"do not believe a word of all that.</p>"),
			"Mara 2031-05-01|tom_7 2031-05-02|Mara |tom_7 2031-05-02"},
		{"somebody is thanked", forumPost("Mara", "1", sentence) +
			forumPost("tom_7", "2", `<p>`+sentence+`</p><p><a class="username" href="/members/mara">@Mara</a></p>`),
			"Mara 2031-05-01|tom_7 2031-05-02"},
		{"names below", answer("Mara", "") + answer("Tom Oke", "<div>edited by <a class=author "+
			"href=/users/2>Ada</a></div>"),
			"Mara |Tom Oke "},
		{"an article with a comment or two", "<article>" + strings.Repeat("<p>"+sentence+"</p>", 8) + "</article>" +
			forumPost("Mara", "1", sentence) + forumPost("tom_7", "2", sentence), ""},
		{"an author who is named twice", `<p><a rel=author href=/a>Mara Dell</a></p><p>` + sentence +
			`</p><p><a rel=author href=/a>Mara Dell</a></p>`, ""},
	} {
		var got []string
		p := read(t, "<!doctype html><title>The ferry</title><body><h1>The ferry</h1>"+c.body)
		for _, post := range p.Posts {
			got = append(got, post.Author+" "+post.Written)
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s: posts of %q, want %q", c.name, got, c.want)
		}
	}
}

func forumPost(author, day, text string) string {
	return `<div class="message"><div class="panel"><a class="username" href="/members/` + author + `">` +
		author +
		`</a><p>Member</p></div><time datetime="2031-05-0` + day + `T10:00">May</time><div class="body">` + text +
		"</div></div>\n"
}

func answer(author, edited string) string {
	return `<div class="answer"><div><p>` + sentence + `</p></div>` + edited +
		`<div>answered by <a class="author" href="/users/1">` + author + "</a></div></div>\n"
}

func TestRoleOf(t *testing.T) {
	c := newScanner(decode(nil), usual)
	for class, want := range map[string]mark{
		"post-author": markWriter, "postAuthor__name": markWriter, "authority": 0, "author-bio": 0,
		"byline": markWriter, "entry-date published updated": markDay, "updated": markDay | markLater,
		"candidate": 0, "": 0, "\xff": 0,
	} {
		if got := c.roleOf([]byte(class)); got != want {
			t.Errorf("roleOf(%q) = %b, want %b", class, got, want)
		}
	}
}

func TestPeople(t *testing.T) {
	for s, want := range map[string]string{
		"By Mara Dell and Tom Oke":              "Mara Dell|Tom Oke",
		"Written by: Mara Dell, Senior Editor":  "Mara Dell",
		"Mara Dell, MD, PhD, and Tom Oke, Ph.D": "Mara Dell|Tom Oke",
		"ByMara Dell":                           "Mara Dell",
		"Byron Dell":                            "Byron Dell",
		"by MARA DELL | 4 May 2031":             "MARA DELL",
		"By Mara Dell May 1 at 3:57 PM":         "Mara Dell",
		"Share":                                 "",
		"By":                                    "",
		"":                                      "",
		"By \xff":                               "",
	} {
		got, at := people(s, true)
		if strings.Join(got, "|") != want {
			t.Errorf("people(%q) = %q, want %q", s, got, want)
		}
		if at.Start > at.End || at.End > len(s) {
			t.Errorf("people(%q) is at %v", s, at)
		}
	}
}

// TestTyped: a transcript that is set with a typewriter's lines is read in its
// paragraphs, over entities and tags, too; a program stays as it is.
func TestTyped(t *testing.T) {
	p := read(t, `<title>Record</title><body><pre>
    The Chairman. We are to see what is left of our old fish quay &amp;
of the wall, and who is to pay for it.
    Mr. Oke. Thank you. It will not stand for <b>another winter</b>
of storms, as all of us know who have been there to see it with
our own eyes.
</pre><pre>if x {
  y(1)
}</pre>`)
	var got []string
	for _, piece := range p.Pieces {
		if piece.Kept {
			got = append(got, strings.Join(strings.Fields(p.Text[piece.Span.Start:piece.Span.End]), " "))
		}
	}
	want := "The Chairman. We are to see what is left of our old fish quay & of the wall, and who is to pay " +
		"for it.|" +
		"Mr. Oke. Thank you. It will not stand for another winter of storms, as all of us know who have been " +
		"there to see it with our own eyes.|if x { y(1) }"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%q", s)
	}
}
