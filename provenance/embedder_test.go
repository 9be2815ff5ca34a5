package provenance_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

const meaning = "../testdata/meaning"

// stub is an embedder that reads the vectors of a table.
func stub(t *testing.T) align.Embedder {
	src, err := os.ReadFile(filepath.Join(meaning, "vectors.txt"))
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]float32{}
	for line := range strings.Lines(string(src)) {
		numbers, sentence, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			continue
		}
		v := make([]float32, 6)
		if _, err := fmt.Sscan(numbers, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5]); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		of[strings.TrimRight(sentence, ".,")] = v
	}
	return func(_ context.Context, texts []string) ([][]float32, error) {
		out := make([][]float32, len(texts))
		for i, s := range texts {
			if out[i] = of[strings.TrimRight(s, ".,")]; out[i] == nil {
				out[i] = make([]float32, 6)
			}
		}
		return out, nil
	}
}

func read(t *testing.T, names ...string) (out []*text.Document) {
	for _, name := range names {
		src, err := os.ReadFile(filepath.Join(meaning, name))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, normalize.Text(name, src))
	}
	return out
}

var speeches = []string{"harbour-de.txt", "harbour-ru.txt", "harbour-fr.txt"}

// abroad tells what was found of the quotes of a report, with every place.
func abroad(r *provenance.Report) string {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "“%s” %s %s %v\n", r.Document.KeptAll(f.Quote.Spans), f.Verdict, f.Reason, f.Score)
		for _, m := range f.Matches {
			t := r.Transcripts[m.Transcript]
			fmt.Fprintf(&b, "  %.3f %s %s “%s”\n", m.Meaning, t.Name, m.Speaker, t.KeptAll(m.Spans))
			for _, p := range m.Pairs {
				fmt.Fprintf(&b, "    %s = %s\n", r.Document.Word(p.Quote), t.Word(p.Source))
			}
		}
		for _, d := range f.Differences {
			fmt.Fprintf(&b, "  %s %s %v %s | %s\n", d.Severity, d.Kind, d.Doubted(),
				r.Document.Read(d.Report), r.Transcripts[d.Transcript].Read(d.Source))
		}
	}
	return b.String()
}

// TestAbroad holds a report in English to speeches in German, Russian and French, in
// two orders.
func TestAbroad(t *testing.T) {
	d, transcripts := read(t, "report.txt")[0], read(t, speeches...)
	got := abroad(provenance.New(transcripts, provenance.Options{Embedder: stub(t)}).Check(d))
	golden := filepath.Join(meaning, "places.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("got\n%s\nwant\n%s (%v)", got, want, err)
	}
	turned := []*text.Document{transcripts[2], transcripts[0], transcripts[1]}
	if again := abroad(provenance.New(turned, provenance.Options{Embedder: stub(t)}).Check(d)); again != got {
		t.Errorf("in another order\n%s", again)
	}
}

// TestAbroadChangesNoVerdict: what an embedder finds is no verdict, and no embedder
// makes a place accepted.
func TestAbroadChangesNoVerdict(t *testing.T) {
	d, transcripts := read(t, "report.txt")[0], read(t, speeches...)
	for _, docs := range [][]*text.Document{transcripts, append(transcripts, normalize.Text("en.txt", []byte(aSpeech)))} {
		with := provenance.New(docs, provenance.Options{Embedder: stub(t)}).Check(d)
		plain := provenance.New(docs, provenance.Options{}).Check(d)
		for i, f := range with.Findings {
			if p := plain.Findings[i]; f.Verdict != p.Verdict || f.Reason != p.Reason || f.Verdict != provenance.Unchecked {
				t.Errorf("%s: %s %s, without an embedder %s %s", d.KeptAll(f.Quote.Spans), f.Verdict, f.Reason, p.Verdict, p.Reason)
			}
			for _, m := range f.Matches {
				if m.Accepted || m.Meaning > 0 && m.Score > 0 {
					t.Errorf("accepted: %+v", m)
				}
			}
		}
	}
}

// TestNothingAskedAtHome: where all is in one language no embedder is asked.
func TestNothingAskedAtHome(t *testing.T) {
	c := provenance.New([]*text.Document{normalize.Text("speech.txt", []byte(aSpeech))}, provenance.Options{
		Embedder: func(context.Context, []string) ([][]float32, error) {
			t.Error("asked")
			return nil, nil
		},
	})
	d := normalize.Text("report.txt", []byte("“A drowsy keeper of the seven lighthouses counted barometers by moonlight,” Dolan said.\n\n"+aReport))
	if err := c.Check(d).Err(); err != nil {
		t.Error(err)
	}
}

// TestEmbedderThatFails has it fail for the transcripts, for the quotes and with a
// panic: the quotes that it was asked for have the error, none has a place, and the
// next report is checked.
func TestEmbedderThatFails(t *testing.T) {
	d, transcripts := read(t, "report.txt")[0], read(t, speeches...)
	down := errors.New("no model")
	works := stub(t)
	for _, fails := range []func([]string) bool{
		func([]string) bool { return true },
		func(texts []string) bool { return strings.HasPrefix(texts[0], "The ferry") },
	} {
		for _, panics := range []bool{false, true} {
			var broken atomic.Bool
			broken.Store(true)
			c := provenance.New(transcripts, provenance.Options{
				Embedder: func(ctx context.Context, texts []string) ([][]float32, error) {
					switch {
					case !broken.Load() || !fails(texts):
						return works(ctx, texts)
					case panics:
						panic(down)
					}
					return nil, down
				},
			})
			r := c.Check(d)
			if err := r.Err(); !errors.Is(err, down) || strings.Count(err.Error(), "could not be judged") != 5 {
				t.Errorf("got the error %v", err)
			}
			for _, f := range r.Findings {
				if f.Verdict != provenance.Unchecked || f.Reason != provenance.Language || len(f.Matches)+len(f.Differences) > 0 {
					t.Errorf("got %+v", f)
				}
			}
			broken.Store(false)
			if err := c.Check(d).Err(); err != nil {
				t.Errorf("once it works: %v", err)
			}
		}
	}
}

// TestSlowEmbedder is given up with the context, and there is no report.
func TestSlowEmbedder(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	c := provenance.New(read(t, speeches...), provenance.Options{
		Embedder: func(ctx context.Context, _ []string) ([][]float32, error) {
			cancel()
			<-ctx.Done()
			return nil, ctx.Err()
		},
	})
	if r, err := c.CheckContext(ctx, read(t, "report.txt")[0]); r != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", r, err)
	}
}

// TestNotUnsupportedAbroad: that a quote is not in the transcripts of its language
// says nothing while there is one in another; nor is a source in another language a
// wrong one.
func TestNotUnsupportedAbroad(t *testing.T) {
	const made = "“The drowsy keepers of the seven lighthouses counted forty barometers by moonlight,” Minister Mira Dolan said."
	d := normalize.Text("report.txt", []byte(made+"\n\n"+aReport))
	speech := normalize.Text("speech.txt", []byte(aSpeech))
	verdict := func(docs ...*text.Document) string {
		f := provenance.Check(d, docs...).Findings[0]
		return string(f.Verdict) + " " + string(f.Reason)
	}
	if got := verdict(speech); got != "unsupported " {
		t.Errorf("alone: %s", got)
	}
	if got := verdict(speech, read(t, "harbour-de.txt")[0]); got != "unchecked uncertain" {
		t.Errorf("beside a speech in German: %s", got)
	}
	claims := provenance.New([]*text.Document{speech, read(t, "harbour-de.txt")[0]}, provenance.Options{})
	q, list, err := provenance.ReadClaims("q.jsonl", []byte(`{"quote": "We will keep the seven lighthouses open.", "source": "harbour-de.txt"}`))
	if err != nil {
		t.Fatal(err)
	}
	r, err := claims.CheckClaims(q, list)
	if err != nil || r.Findings[0].Reason != provenance.Language {
		t.Errorf("a claimed source in German: %s %s, %v", r.Findings[0].Verdict, r.Findings[0].Reason, err)
	}
}
