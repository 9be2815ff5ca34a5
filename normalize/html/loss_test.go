package html

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Nothing is lost in silence: each visible word of a page, by the tree that
// golang.org/x/net/html makes of it and not by our own reader, stands in a
// piece that is kept or removed with a reason.

// visible are the text nodes of a page, without white space, in order: all but
// what is never shown. In a text field are no tags; where its end is lost we
// read them, and the law says nothing of it.
func visible(src []byte) ([]textNode, error) {
	root, err := xhtml.Parse(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	var all []textNode
	var walk func(n *xhtml.Node)
	walk = func(n *xhtml.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == xhtml.TextNode:
				if s := unspaced(c.Data); s != "" {
					all = append(all, textNode{s, n.DataAtom == atom.Textarea})
				}
			case c.Type == xhtml.ElementNode && !silent[c.DataAtom] &&
				!(c.DataAtom == atom.Title && c.Namespace == ""):
				walk(c)
			}
		}
	}
	walk(root)
	return all, nil
}

type textNode struct {
	text  string
	field bool
}

// silent are the elements whose text is never shown, by the standard.
var silent = atomSet(atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes)

// raised are the digits and the sign of powers, which a piece has raised and the page plain.
var raised = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7",
	"⁸", "8", "⁹", "9", "⁻", "-", "−", "-", "–", "-")

// unspaced is s without white space, without what decoders drop, and with plain digits.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0 || r == utf8.RuneError || r == '\ufeff' {
			return -1
		}
		return r
	}, raised.Replace(s))
}

// lost is the visible text of src that stands in no piece.
func lost(src []byte) (string, error) {
	want, err := visible(src)
	if err != nil {
		return "", nil // more open elements than the parser allows
	}
	p, err := Read("page.html", src)
	if err != nil || p == nil {
		return "", err
	}
	var b strings.Builder
	for _, piece := range p.Pieces {
		b.WriteString(unspaced(p.Text[piece.Span.Start:piece.Span.End]))
	}
	has := b.String()
	counts := map[rune]int{}
	for _, r := range has {
		counts[r]++
	}
	tables := bytes.Contains(bytes.ToLower(src), []byte("<table"))
	_, field, _ := bytes.Cut(src[max(0, bytes.LastIndex(bytes.ToLower(src), []byte("<textarea"))):], []byte(">"))
	torn := !fieldEnd.Match(field)
	at := 0
	for _, node := range want {
		s := node.text
		if node.field && torn {
			continue
		}
		for _, r := range s {
			if counts[r]--; counts[r] < 0 {
				return s, fmt.Errorf("%q stands more often on the page than in the pieces", r)
			}
		}
		if i := strings.Index(has[at:], s); i >= 0 && i < 2000 {
			at += i + len(s)
		} else if !strings.Contains(has, s) && !(tables && inParts(has, s)) {
			return s, fmt.Errorf("in no piece")
		}
	}
	return "", nil
}

var fieldEnd = regexp.MustCompile(`(?i)</textarea[\s/>]`)

// mostParts is how many texts of a table's parser may make one.
const mostParts = 4

// inParts reports whether s is a few texts that stand in has: what is out of place in a
// table is moved before it, where two texts that were apart become one.
func inParts(has, s string) bool {
	for range mostParts {
		n := sort.Search(len(s), func(n int) bool { return !strings.Contains(has, s[:n+1]) })
		if s = s[n:]; s == "" {
			return true
		}
	}
	return false
}

// broken are pages whose text was lost by readers of our own or of others.
var broken = []string{
	"<p>Before<svg><title/></svg><p>after",
	"<p>Before<svg><style/></svg><p>after",
	"<p>Before<svg><script/></svg><p>after",
	"<p>Before<svg><title>Share</title></svg><p>after",
	"<button><svg><path d=x></button><p>after<svg></svg>",
	"<div><svg></div><p>after<!-- </svg> -->",
	"<p>Before<svg>chart<p>after",
	"<p>Before<svg><foreignObject><p>within</p></foreignObject></svg><p>after",
	"<p>Before<svg><![CDATA[within]]></svg><p>after",
	"<p>Before<svg><![CDATA[within",
	"<p>Before<math><mi>x</mi><annotation>y</annotation></math><p>after",
	"<p>Before<math><style/></math><p>after",
	"<p>Before<template>waits<template>more</template></template><p>after",
	"<p>Before<template>waits<p>after",
	"<select><option>one<option>two<p>three</select><p>after",
	"<select><option>one<select>two<p>after",
	"<table><tr><td><select><option>one<tr><td>after</table>",
	"<select><option>one<textarea>two</textarea>three<select></select>",
	"<p>one<textarea>two</textarea>three<textarea>four<select>",
	"<p>one<textarea x</textarea y>two<select>",
	"<object data=x><p>instead</object><p>after",
	"<head><title>T</title>early</head><body>late",
	"<table>one<tr><td>two<tr>three</table>",
	"<table>;tr><td><selec4><|ption>o-ne<tr>&\x01d>after</table>",
	"<textarea>a &amp; b</textarea><xmp>c &amp; <b>d</xmp>",
	"<p>a<plaintext>b &amp; c",
	"<title>T</title><body><title>second</title>x",
}

func TestNothingLost(t *testing.T) {
	for _, src := range broken {
		if s, err := lost([]byte("<!doctype html>" + src)); err != nil {
			t.Errorf("%s: %.80q %v", src, s, err)
		}
	}
}

// TestNothingLostOfPages holds every page of ../shared to the law.
func TestNothingLostOfPages(t *testing.T) {
	names, _ := filepath.Glob("../../../shared/corpus/pages/html/*.gz")
	for _, dir := range []string{"modern", "wcxb"} {
		more, _ := filepath.Glob("../../../shared/corpus/pages/" + dir + "/html/*.gz")
		names = append(names, more...)
	}
	if len(names) == 0 {
		t.Skip("no ../shared beside the module")
	}
	for _, name := range names {
		src := gunzip(t, name)
		if s, err := lost(decode(src).UTF8); err != nil {
			t.Errorf("%s: %.80q %v", filepath.Base(name), s, err)
		}
	}
}

func FuzzNothingLost(f *testing.F) {
	for _, src := range broken {
		f.Add(src)
	}
	f.Add("<p>\xff\x93 \x00 <b>x</p></b>")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			src = strings.ToValidUTF8(src, "\ufffd")
		}
		if s, err := lost([]byte("<!doctype html><meta charset=utf-8>" + src)); err != nil {
			t.Errorf("%.80q %v", s, err)
		}
	})
}
