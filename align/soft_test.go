package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// address is a speech in one translation; the quotes of the tests are of others.
const address = `Honoured deputies, I am glad to stand before you once more.
The railway between Lomm and the eastern coast substantially shortens the journey of everyone who carries fish to the capital. It will be finished before the first snow falls.
Our neighbours in Ostermark have never refused to talk to us about the river, and we are grateful for that.
Many farmers of the northern valleys were forced to sell their cattle last autumn because hay had become so expensive. Half of them have not received the help that the treasury promised.
The winter fair brought together merchants from 130 towns. They bought nearly everything that our weavers had made.
In these circumstances the attempt to keep our weavers out of foreign markets has failed completely.
I wish you all a peaceful winter and fruitful work.`

// top1 renders the best match: its text, and ? where it is not accepted, and
// (context) where it is placed by the sentence around it.
func top1(ix *Index, q Query) string {
	list := ix.Find(q)
	if len(list) == 0 {
		return "nothing"
	}
	m := list[0]
	d := ix.docs[m.Transcript]
	var pieces []string
	for _, s := range m.Spans {
		pieces = append(pieces, d.Kept(s))
	}
	out := strings.Join(pieces, " | ")
	if m.ByContext {
		out += " (context)"
	}
	if !m.Accepted {
		out += " ?"
	}
	return out
}

func TestSoft(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, c := range []struct{ name, quote, want string }{
		{"one from two", "The winter fair gathered traders from 130 towns, who purchased almost all that our weavers had produced",
			"The winter fair brought together merchants from 130 towns. They bought nearly everything that our weavers had made"},
		{"a clause", "the help the treasury had promised was not received by half of them",
			"Half of them have not received the help that the treasury promised"},
		{"a beginning that nothing ties goes along", "Lots of people up there had no choice: cattle were sold in autumn, since the hay became so expensive",
			"Many farmers of the northern valleys were forced to sell their cattle last autumn because hay had become so expensive"},
		{"an end that is not quoted does not", "the railway from Lomm to the coast in the east makes the journey much shorter",
			"The railway between Lomm and the eastern coast substantially shortens the journey"},
	} {
		if got := top1(ix, ask(c.quote)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.quote, got, c.want)
		}
	}
}

// A speech on the same subjects shares phrases, and is not the source.
func TestOtherSpeechIsNotAccepted(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, quote := range []string{
		"The northern valleys will get a second post office in spring, and the school at Umber will be given new windows",
		"Our neighbours in Ostermark sent a choir to the jubilee, which sang for three hours in the rain without a pause",
		"Whoever wants to keep the eastern coast free of wreckers must pay the lighthouse keepers what they are owed",
		"Merchants who cheat at the scales are to be fined, and their names read out in the market",
	} {
		for _, m := range ix.Find(ask(quote)) {
			if m.Accepted {
				t.Errorf("%s\naccepted at %s", quote, top1(ix, ask(quote)))
			}
		}
	}
}

// quoted is a query for what stands between the first and the last * of a
// sentence, with the sentence around it.
func quoted(sentence string) Query {
	from, to := strings.Index(sentence, "*"), strings.LastIndex(sentence, "*")-1
	d := normalize.Text("report", []byte(strings.ReplaceAll(sentence, "*", "")))
	return Query{Document: d, Spans: []text.Span{{Start: from, End: to}}, Context: text.Span{Start: 0, End: len(d.Text)}}
}

func TestFragments(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, c := range []struct{ name, sentence, want string }{
		{"its own words", "The minister called the fair's buyers *merchants from 130 towns* in her address.", "merchants from 130 towns"},
		{"likeness in its sentence", "She said that the railway from Lomm to the eastern coast *considerably shortens* the journey of those who carry fish to the capital.",
			"substantially shortens"},
		{"nowhere, its sentence placed", "She added that the attempt to keep the weavers out of foreign markets was a *fiasco*.",
			"In these circumstances the attempt to keep our weavers out of foreign markets has failed completely (context)"},
		{"nowhere at all", "The committee's own report spoke of a *golden handshake* for the retired zookeepers of Umber.", "?"},
	} {
		got := top1(ix, quoted(c.sentence))
		if c.want == "?" && (got == "nothing" || strings.HasSuffix(got, " ?")) {
			continue
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.sentence, got, c.want)
		}
	}
}

func TestPairs(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, c := range [][2]string{
		{"The rail line from Lomm to the east coast makes the trip shorter for everyone bringing fish to the capital by 40 miles", ""},
		{"The winter fair gathered traders from 150 towns, and they purchased almost everything our weavers made", "[150=130!]"},
	} {
		q := ask(c[0])
		list := ix.Find(q)
		if len(list) == 0 {
			t.Errorf("%s: nothing", c[0])
			continue
		}
		taken := map[int]int{}
		got := ""
		for _, p := range list[0].Pairs {
			if n, ok := taken[p.Source]; ok && n != p.Quote {
				t.Errorf("%s: word %d of the source stands in two pairs", c[0], p.Source)
			}
			taken[p.Source] = p.Quote
			if p.Why == Clash {
				got += fmt.Sprintf("[%s=%s!]", q.Document.Word(p.Quote), ix.docs[0].Word(p.Source))
			}
		}
		if got != c[1] {
			t.Errorf("%s\nclashes %s, want %s", c[0], got, c[1])
		}
	}
}

// Adding a transcript that does not hold the quote moves no accepted match.
func TestAnotherTranscriptMovesNothing(t *testing.T) {
	a := normalize.Text("address", []byte(address))
	one := NewIndex(a)
	two := NewIndex(a, normalize.Text("debate", []byte(debate)), normalize.Text("harbour", []byte(harbour)))
	for _, quote := range []string{
		"The rail line from Lomm to the east coast makes the trip much shorter for all those bringing fish to the capital",
		"Because hay got so costly, a lot of the farmers in the northern valleys had to sell their cows last fall",
		"The winter fair gathered traders from 130 towns, who purchased almost all that our weavers had produced",
	} {
		if x, y := top1(one, ask(quote)), top1(two, ask(quote)); x != y {
			t.Errorf("%s\nalone %s\nwith  %s", quote, x, y)
		}
	}
}

func TestSoftBadInput(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	for _, c := range [][2]string{
		{"another language", "Die Eisenbahn zwischen der Stadt und der östlichen Küste verkürzt die Reise erheblich für alle, die Fisch bringen"},
		{"a list of names", "Ostermark, Umber, Tarn, Velling, Harrow, Brandt, Osk, Merrin and Lomm"},
		{"stop words", "it is that which they have and we have not, as it was and is to be for all of them"},
		{"not UTF-8", "the \xff\xfe rail\x80 line \x00 of \xc3\x28 nobody"},
		{"marks", "“”‘’…—!?"},
		{"one letter", strings.Repeat("x", 50_000)},
	} {
		for _, m := range ix.Find(ask(c[1])) {
			if m.Accepted {
				t.Errorf("%s: accepted at %s", c[0], top1(ix, ask(c[1])))
			}
		}
	}
	if got := top1(NewIndex(), ask("the rail line to the coast")); got != "nothing" {
		t.Errorf("no transcripts: %s", got)
	}
}

// Half of the quote stands in the transcript word for word, the other half is
// somebody else's: what is found is the half that stands there.
func TestHalfVerbatim(t *testing.T) {
	ix := NewIndex(normalize.Text("address", []byte(address)))
	q := ask("Half of them have not received the help that the treasury promised, and the harbour master drank the lamp oil money at a wedding in Tarn with two bishops")
	for _, m := range ix.Find(q) {
		for _, s := range m.Spans {
			if got := ix.docs[0].Read(s); m.Accepted && !strings.Contains(address[strings.Index(address, "Half of"):], got) {
				t.Errorf("claims %q", got)
			}
		}
	}
}

// Whatever is asked, every span is in bounds and every pair is of words that
// are there.
func FuzzSoft(f *testing.F) {
	ix := NewIndex(normalize.Text("address", []byte(address)), normalize.Text("debate", []byte(debate)))
	f.Add("the rail line from Lomm", "to the coast")
	f.Add("\xff\x00 130 towns", "“fiasco”")
	f.Fuzz(func(t *testing.T, before, quote string) {
		d := normalize.Text("report", []byte(before+" "+quote))
		from := min(len(before)/2, len(d.Text))
		for from > 0 && from < len(d.Text) && d.Text[from]&0xc0 == 0x80 {
			from--
		}
		q := Query{Document: d, Spans: []text.Span{{Start: from, End: len(d.Text)}}, Context: text.Span{Start: 0, End: len(d.Text)}}
		for _, m := range ix.Find(q) {
			src := ix.docs[m.Transcript]
			if m.Score < 0 || m.Score > 1 || len(m.Spans) == 0 {
				t.Fatalf("score %v, spans %v", m.Score, m.Spans)
			}
			for _, s := range m.Spans {
				if s.Start < 0 || s.Start >= s.End || s.End > len(src.Text) {
					t.Fatalf("span %v of %d bytes", s, len(src.Text))
				}
			}
			for _, p := range m.Pairs {
				if p.Quote < 0 || p.Quote >= len(d.Words) || p.Source < 0 || p.Source >= len(src.Words) {
					t.Fatalf("pair %+v", p)
				}
			}
		}
	})
}

func TestCapitals(t *testing.T) {
	ix := NewIndex(normalize.Text("speech", []byte("Nobody in Norway has ever asked the fishermen of Oslo what herring costs.")))
	q := ix.read(ask("Oslo Norway Sweden"))
	form := func(i int) *lexicon.Form { return q.words.Form(q.terms[i].ID) }
	for _, c := range []struct{ a, b, like int }{{0, 1, metonym}, {1, 0, metonym}, {0, 2, 0}, {1, 2, 0}, {0, 0, 100}} {
		if like, why := alike(form(c.a), form(c.b), &trait{country: states()[form(c.b).Text]}); int(like) != c.like || like == metonym && why != Synonym {
			t.Errorf("%s and %s: %d, %v", form(c.a).Text, form(c.b).Text, like, why)
		}
	}
}
