package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// TestHTML holds the page to itself: every link that goes nowhere else has its
// target, no id is given twice, each quote has its card, and nothing is loaded.
func TestHTML(t *testing.T) {
	for name, r := range records(t) {
		src := rendered(t, "html", r, Options{})
		root, err := html.Parse(strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		ids, links, cards := map[string]int{}, []string{}, 0
		for n := range root.Descendants() {
			if n.DataAtom == atom.Script && n.FirstChild.Data != "\n"+pageJS {
				t.Errorf("%s: the script %q", name, n.FirstChild.Data)
			}
			if n.DataAtom == atom.Article {
				cards++
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					ids[a.Val]++
				case "src", "srcset", "style", "onclick", "onload", "action":
					t.Errorf("%s: %s=%q", name, a.Key, a.Val)
				case "href":
					links = append(links, a.Val)
				}
			}
		}
		checkLinks(t, name, ids, links)
		quotes := 0
		for _, x := range r.Reports {
			quotes += len(x.Quotes)
		}
		if cards != quotes {
			t.Errorf("%s: %d cards of %d quotes", name, cards, quotes)
		}
		for _, want := range []string{
			"<html lang=en>", "<meta name=viewport", "judges neither", "prefers-color-scheme: dark", "@media print",
		} {
			if !strings.Contains(src, want) {
				t.Errorf("%s: no %s", name, want)
			}
		}
	}
}

func checkLinks(t *testing.T, name string, ids map[string]int, links []string) {
	t.Helper()
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: %d times the id %s", name, n, id)
		}
	}
	for _, l := range links {
		if at, here := strings.CutPrefix(l, "#"); here && ids[at] == 0 {
			t.Errorf("%s: the link %s goes nowhere", name, l)
		} else if !here && !strings.HasPrefix(l, "https://") {
			t.Errorf("%s: the link %s", name, l)
		}
	}
}

// TestHTMLSize holds the page of testdata to 200 kB besides its texts.
func TestHTMLSize(t *testing.T) {
	r := bundled(t)
	texts := 0
	for _, x := range r.Reports {
		texts += len(x.Document.Text)
	}
	for _, x := range r.Transcripts {
		texts += len(x.Document.Text)
	}
	if n := len(rendered(t, "html", r, Options{})) - texts; n > 200_000 {
		t.Errorf("%d bytes besides the texts", n)
	}
}

// TestHTMLOfJSON writes the cards where the texts are not at hand, without links to
// them.
func TestHTMLOfJSON(t *testing.T) {
	var b bytes.Buffer
	if err := record.Encode(&b, sample()); err != nil {
		t.Fatal(err)
	}
	r, err := record.Decode(json.NewDecoder(&b))
	if err != nil {
		t.Fatal(err)
	}
	got := rendered(t, "html", r, Options{})
	if !strings.Contains(got, "<article id=c0") || !strings.Contains(got, "is left out") ||
		strings.Contains(got, "#s0") {
		t.Errorf("got %s", got)
	}
}

// TestHTMLMarks marks what differs for the eye and for the ear.
func TestHTMLMarks(t *testing.T) {
	got := rendered(t, "html", sample(), Options{})
	want := "<mark class=gone><span class=ear>[in the transcript only:</span> not<span class=ear>]</span></mark>"
	if !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}

// TestHTMLVoices says who speaks in a transcript where its text does not, once, and
// where it does not twice.
func TestHTMLVoices(t *testing.T) {
	read := func(name, src string) *text.Document {
		d, err := formats.Read(name, []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	const quote = "“We will not sell the northern pier to anybody who fishes,” Mira Dolan said.\n"
	captions := "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Amina Okoro>Will you sell the northern pier?\n\n" +
		"00:04.000 --> 00:09.000\n<v Mira Dolan>We will not sell the northern pier to anybody who fishes.\n\n" +
		"00:10.000 --> 00:12.000\n<v Mira Dolan>Thank you.\n"
	labels := "AMINA OKORO: Will you sell the northern pier?\n\nMIRA DOLAN: We will not sell the northern pier to anybody who fishes.\n"
	for name, src := range map[string]string{"talk.vtt": captions, "talk.txt": labels} {
		r := record.New(provenance.Check(read("report.txt", quote), read(name, src)))
		got := rendered(t, "html", r, Options{})
		want := 0
		if name == "talk.vtt" {
			want = 1
		}
		for _, who := range []string{"Amina Okoro", "Mira Dolan"} {
			if n := strings.Count(got, "<b class=who>"+who+":</b>"); n != want {
				t.Errorf("%s: %s %d times, want %d, in %s", name, who, n, want, got[strings.Index(got, "<main"):])
			}
		}
		if n := strings.Count(got, "sell the northern pier to anybody who fishes"); n != 2 {
			t.Errorf("%s: the quote stands %d times, want it in the report and in the transcript", name, n)
		}
	}
}
