package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

const debate = `The harvest in the northern valleys failed for the third year running, and nobody in this chamber can say that we were not warned.
I asked the council for four hundred wagons of grain, and the council gave us a committee.
We will not be told by the merchants of Ostermark what a loaf of bread should cost in our own capital.
The bridges will be mended before winter, whatever the treasury says about it.`

// render is a match as one line: transcript, pieces, and the pairs that are not
// of the same word.
func render(ix *Index, q Query, m Match) string {
	d := ix.docs[m.Transcript]
	var pieces []string
	for _, s := range m.Spans {
		pieces = append(pieces, d.Read(s))
	}
	out := fmt.Sprintf("%d: %s", m.Transcript, strings.Join(pieces, " | "))
	for _, p := range m.Pairs {
		if p.Why != Same {
			out += fmt.Sprintf(" [%s=%s]", q.Document.Word(p.Quote), d.Word(p.Source))
		}
	}
	return out
}

func TestExact(t *testing.T) {
	ix := NewIndex(normalize.Text("a", []byte(debate)), normalize.Text("b", []byte(harbour)))
	for _, c := range [][2]string{
		{"the council gave us a committee", "0: the council gave us a committee"},
		{"I asked for 400 wagons of grain, and the council gave us a committee", "0: I asked the council for four hundred wagons of grain, and the council gave us a committee [400=four] [400=hundred]"},
		{"We won’t be told by merchants what a loaf of bread should cost", "0: We will not be told by the merchants of Ostermark what a loaf of bread should cost"},
		{"nobody in this chamber can say that we were not warned about what a loaf of bread should cost in our own capital", "0: nobody in this chamber can say that we were not warned | what a loaf of bread should cost in our own capital"},
		{"I asked the council for four hundred wagons of the bridges will be mended before winter", "0: I asked the council for four hundred wagons of | The bridges will be mended before winter"},
		{"We will not be told by the merchants of Ostermark that we were not warned", "0: We will not be told by the merchants of Ostermark | that we were not warned"},
		{"nobody in this chamber can say what a loaf of bread should cost in our own capital", "0: nobody in this chamber can say | what a loaf of bread should cost in our own capital"},
		{"The bridges will be mended. The harvest in the northern valleys failed for the third year", "0: The bridges will be mended | The harvest in the northern valleys failed for the third year"},
		{"the swallows have come back to the roofs of the palace", ""},
	} {
		q := ask(c[0])
		got := ""
		if found := ix.exact(ix.read(q)); len(found) > 0 {
			got = render(ix, q, found[0])
		}
		if got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

// TestIdenticalPlacesAreAllListed: in the order of the transcripts, then of the text.
func TestIdenticalPlacesAreAllListed(t *testing.T) {
	a := normalize.Text("a", []byte(debate+"\n"+debate))
	ix := NewIndex(a, normalize.Text("b", []byte(debate)))
	var got []string
	for _, m := range ix.Find(ask("the council gave us a committee")) {
		got = append(got, fmt.Sprintf("%d@%d", m.Transcript, m.Spans[0].Start))
	}
	at := strings.Index(debate, "the council gave")
	if want := fmt.Sprintf("0@%d 0@%d 1@%d", at, len(debate)+1+at, at); strings.Join(got, " ") != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestBeginningBehindAnEnd: what a transcript begins with is found, whether or not the
// one before it ends with the same words.
func TestBeginningBehindAnEnd(t *testing.T) {
	first, last, _ := strings.Cut(debate, "\n")
	for _, head := range []string{first, "So " + first, first[len("The harvest "):]} {
		src := head + "\n" + last + "\n" + first
		a, b := normalize.Text("a", []byte(src)), normalize.Text("b", []byte(src))
		q := ask("We were not warned, and the harvest in the northern valleys failed for the third year running.")
		var alone, beside []string
		for _, m := range NewIndex(a).Find(q) {
			alone = append(alone, fmt.Sprint(m.Spans))
		}
		for _, m := range NewIndex(a, b).Find(q) {
			if m.Transcript == 1 {
				beside = append(beside, fmt.Sprint(m.Spans))
			}
		}
		if len(alone) == 0 || !slices.Equal(alone, beside) {
			t.Errorf("%.20q…: %q alone, %q behind the same text", head, alone, beside)
		}
	}
}

func TestWith(t *testing.T) {
	ix := NewIndex(normalize.Text("a", []byte(harbour)))
	more := ix.With(normalize.Text("b", []byte(debate)))
	q := ask("the council gave us a committee")
	if found := ix.Find(q); len(found) > 0 && found[0].Accepted {
		t.Errorf("found in an index that does not have it: %v", found)
	}
	if found := more.Find(q); len(found) != 1 || found[0].Transcript != 1 {
		t.Errorf("not found where it was added: %v", found)
	}
}

func TestBadInput(t *testing.T) {
	stopWords := ask("it is what it is and that is that")
	long := ask(strings.Repeat(debate+" ", 50))
	same := strings.Repeat("The council gave us a committee and a letter. ", 100_000)
	repeated := NewIndex(normalize.Text("a", []byte(same)))
	two := NewIndex(normalize.Text("a", []byte(debate)), normalize.Text("b", []byte(debate)))
	empty := NewIndex()
	for _, c := range []struct {
		name string
		ix   *Index
		q    Query
		want int
	}{
		{"stop words in an empty archive", empty, stopWords, 0},
		{"stop words", two, stopWords, 0},
		{"a long quote in an empty archive", empty, long, 0},
		{"a sentence said 100,000 times", repeated, ask("The council gave us a committee and a letter."), places},
		{"two identical transcripts", two, ask("I asked the council for four hundred wagons of grain"), 2},
		{"no words", two, ask("… — !"), 0},
		{"no document", two, Query{Spans: []text.Span{{}}}, 0},
	} {
		if got := c.ix.Find(c.q); len(got) != c.want {
			t.Errorf("%s: %d matches, want %d", c.name, len(got), c.want)
		}
	}
	if got := two.Find(long); len(got) == 0 || got[0].Transcript != 0 {
		t.Errorf("a quote of 5,000 words was not found")
	}
}
