package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnseen: what no browser shows where it stands is listed as removed, and
// the text around it stays whole.
func TestUnseen(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<p>Before<svg><title>Share</title></svg> it.<p>After", "Before[Share] it.|After"},
		{"<p>Before<svg><style>a{}</style></svg><p>After", "Before|After"},
		{"<p>Before<svg><style/><p>After", "Before|After"},
		{"<button><svg><title>x</button><p>After<svg></svg>", "(x)|After"},
		{"<div>Pick <select><option>one<option>two</select> of them</div>", "Pick [one two] of them"},
		{"<div><textarea>a &amp; b</textarea></div><p>After", "(a & b)|After"},
		{"<div><template><p>waits <template>more</template></template></div><p>After", "(waits more)|After"},
		{"<x-talk><template\nshadowRootMode=open><p>One.<p>Two.</template></x-talk><p>After", "One.|Two.|After"},
		{"<div><template><b><template shadowrootmode=open>waits</template></b></template></div><p>After", "(waits)|After"},
		{"<p>We <ruby>go<rp>(</rp><rt>goh</rt><rp>)</rp></ruby> <del>now</del> home.<p>After", "We go[(][goh][)] [now] home.|After"},
		{"<p>We <del>go.<p>She <del>stays.</del> went.<p>After", "We go.|She [stays.] went.|After"},
		{"<p>One <del>go.<p>After", "One go.|After"},
		{"<div><template class=\"shadowrootmode\"><p>waits</template></div><p>After", "(waits)|After"},
		{"<div>A <object data=x>plug-in</object> B</div>", "A [plug-in] B"},
		{"<p>The sum <math><mi>x</mi></math> is.", "The sum x is."},
	} {
		p := read(t, "<!doctype html>"+c.src)
		var all []string
		for _, piece := range p.Pieces {
			s := p.Text[piece.Span.Start:piece.Span.End]
			if piece.Reason == "hidden" {
				s = "(" + s + ")"
			}
			for _, cut := range p.Cuts {
				if piece.Span.Contains(cut.Span) {
					hid := p.Text[cut.Span.Start:cut.Span.End]
					s = strings.Replace(s, hid, "["+strings.TrimSpace(hid)+"]", 1)
				}
			}
			all = append(all, strings.Join(strings.Fields(s), " "))
		}
		if got := strings.Join(all, "|"); strings.ReplaceAll(got, " [", "[") != strings.ReplaceAll(c.want, " [",
			"[") {
			t.Errorf("%s: %q, want %q", c.src, got, c.want)
		}
	}
}

// TestWithoutScripts: a page that shows its text only to browsers without
// scripts is read as they read it; one that has a note for them is not.
func TestWithoutScripts(t *testing.T) {
	var posts strings.Builder
	for i := range 12 {
		fmt.Fprintf(&posts, "<div class=post><p>Post %d says that the ferries of Olm should sail in May, "+
			"whatever the council of the harbour wants.</p></div>", i)
	}
	src := "<!doctype html><body><div>Loading</div><noscript>%s</noscript><p>%s</body>"
	if got := texts(read(t, fmt.Sprintf(src, posts.String(), ""))); !strings.Contains(got, "Post 11 says") {
		t.Errorf("%.80q", got)
	}
	if got := texts(read(t, fmt.Sprintf(src, "Turn on scripts.", posts.String()))); strings.Contains(got,
		"Turn on") {
		t.Errorf("%.80q", got)
	}
}

// TestFrames: the text of a page in a frame is told not to be read, and counts as missing.
func TestFrames(t *testing.T) {
	text := strings.Repeat("We will keep the seven ferries of Olm. ", 20)
	for _, c := range []struct {
		frame string
		told  bool
	}{
		{"<iframe class=x srcdoc='<p>%s'></iframe>", true},
		{"<noframes>%s</noframes>", true},
		{"<iframe srcdoc='<p>Buy <!-- %s --> now'></iframe>", false},
		{"<iframe srcdoc='<style>%s</style><a href=x>Play</a><script>f(1)</script>'></iframe>", false},
		{"<iframe src=x></iframe><p>%s", false},
	} {
		p := read(t, "<!doctype html><p>Ferries"+fmt.Sprintf(c.frame, text))
		if told := len(p.Warnings) == 1; told != c.told || p.Partial != c.told {
			t.Errorf("%s: partial %v, warnings %q", c.frame, p.Partial, p.Warnings)
		}
	}
}

// TestNames: a class name is made of words, and none is found within another.
func TestNames(t *testing.T) {
	c := newScanner(decode([]byte("<p>")), usual)
	for _, k := range []struct {
		name, groups string
	}{
		{"comment", "comment"}, {"commentList", "comment list"}, {"articlebody", "article body"},
		{"c-comment__body", "comment body"},
		{"commentary", ""}, {"adhesive", ""}, {"advertorial", "ad"}, {"navigate", "nav"}, {"download", ""},
		{"StoryBody", "article body"},
	} {
		if got, want := c.named([]byte(k.name)), c.known.class(k.groups); got != want {
			t.Errorf("%s: %b, want %b", k.name, got, want)
		}
	}
}
