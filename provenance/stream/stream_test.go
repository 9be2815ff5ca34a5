package stream

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// written gives a text to a Writer in pieces as cut says, the length of the next one,
// and is what was told, with how much had been written then.
func written(t testing.TB, c *provenance.Checker, src []byte, cut func() int) (
	w *Writer, us []Update, ats []int, r *provenance.Report,
) {
	at := 0
	w = New(context.Background(), c, "live.txt", func(u Update) {
		us, ats = append(us, u), append(ats, at)
	})
	for at < len(src) {
		n := min(max(1, cut()), len(src)-at)
		piece := src[at : at+n]
		at += n
		if m, err := w.Write(piece); m != n || err != nil {
			t.Fatalf("%d of %d bytes: %v", m, n, err)
		}
	}
	r, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return w, us, ats, r
}

// settled is what stands of all Updates at the end, in their order.
func settled(t testing.TB, us []Update) map[int]string {
	out := map[int]string{}
	for _, u := range us {
		before, there := out[u.Quote]
		if there != (u.Change != Found) {
			t.Fatalf("quote %d is %s; before it was %q", u.Quote, u.Change, before)
		}
		if u.Change == Withdrawn {
			delete(out, u.Quote)
			continue
		}
		if summary(u) == before {
			t.Fatalf("quote %d is revised, and nothing of it differs: %s", u.Quote, before)
		}
		out[u.Quote] = summary(u)
	}
	return out
}

// lawful holds a text to the law: what stands of the Updates is what one check of the
// whole text says, and the Updates do not depend on how the text was cut.
func lawful(t testing.TB, c *provenance.Checker, src []byte, seed uint64) []Update {
	dice := rand.New(rand.NewPCG(seed, 1))
	w, us, _, r := written(t, c, src, func() int { return dice.IntN(1 + dice.IntN(40)) })
	whole := c.Check(normalize.Text("live.txt", src))
	want := map[string]int{}
	for _, f := range whole.Findings {
		want[summary(Update{Finding: f, Report: whole})]++
	}
	for n, says := range settled(t, us) {
		if want[says]--; want[says] < 0 {
			t.Fatalf("quote %d stands as %s; a check of the whole does not say so", n, says)
		}
	}
	for says, n := range want {
		if n != 0 {
			t.Fatalf("never told: %s", says)
		}
	}
	if r.Assessment != whole.Assessment || len(r.Findings) != len(whole.Findings) {
		t.Fatalf("the report has %d findings, %s; that of one check %d, %s",
			len(r.Findings), r.Assessment, len(whole.Findings), whole.Assessment)
	}
	if most := (again + 1) * len(src); w.reads > most {
		t.Fatalf("%d bytes were read of %d", w.reads, len(src))
	}
	_, again, _, _ := written(t, c, src, func() int { return len(src) })
	if a, b := history(us), history(again); a != b {
		t.Fatalf("in pieces it tells\n%s\nat once\n%s", a, b)
	}
	return us
}

func history(us []Update) string {
	var b strings.Builder
	for _, u := range us {
		fmt.Fprintln(&b, u.Change, u.Quote, summary(u))
	}
	return b.String()
}

// against is a checker of one speech.
func against(speech []byte) *provenance.Checker {
	return provenance.New([]*text.Document{normalize.Text("speech.txt", speech)}, provenance.Options{})
}

// speeches is a checker of the speeches in testdata.
func speeches(t testing.TB) *provenance.Checker {
	paths, err := filepath.Glob("../../testdata/speeches/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	var docs []*text.Document
	for _, p := range paths {
		d, err := formats.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return provenance.New(docs, provenance.Options{})
}

func reports(t testing.TB) [][]byte {
	paths, err := filepath.Glob("../../testdata/reports/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	var out [][]byte
	for _, p := range paths {
		src, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, src)
	}
	return out
}

// TestReports holds the reports of testdata to the law, one by one and all as one text,
// which is longer than a passage. Of what is told early most stands.
func TestReports(t *testing.T) {
	c := speeches(t)
	found, late := 0, 0
	var all []byte
	for i, src := range reports(t) {
		us := lawful(t, c, src, uint64(i))
		for _, u := range us {
			if u.Change == Found {
				found++
			} else {
				late++
			}
		}
		all = append(append(all, src...), "\n\n"...)
	}
	t.Logf("%d quotes, %d revised or withdrawn", found, late)
	if found == 0 || late*5 > found {
		t.Errorf("of %d quotes %d were told otherwise later", found, late)
	}
	if testing.Short() {
		return
	}
	all = all[:2*passage]
	lawful(t, c, all, 99)
	lawful(t, c, []byte(strings.Join(strings.Fields(string(all)), " ")), 100) // one endless line
}

// TestInvented holds made-up reports to the law, broken bytes among them.
func TestInvented(t *testing.T) {
	n := uint64(150)
	if testing.Short() {
		n = 30
	}
	for seed := range n {
		x := invent.Seeded(seed)
		c := against(x.Transcript)
		lawful(t, c, x.Report, seed)
	}
}

func FuzzStream(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(invent.Seeded(seed).Report, seed)
	}
	f.Add([]byte("“A,” he said. “B.”\n\n“C\n\n“D.” \xe2\x80"), uint64(1))
	f.Add([]byte("\xff\xfeA\x00\"\x00 \x00b\x00"), uint64(2))
	c := against(invent.Seeded(1).Transcript)
	f.Fuzz(func(t *testing.T, src []byte, seed uint64) { lawful(t, c, src, seed) })
}

// TestWhen: how much has been written when a quote is told. A bar stands where.
func TestWhen(t *testing.T) {
	speech := "MIRA DOLAN: We need 30 boats by May. We will keep the seven lighthouses, if the money comes. " +
		"The northern pier is for sale and nobody will weep for it."
	c := against([]byte(speech))
	for _, want := range []string{
		"“We need 30 boats by May,” Mira Dolan said. She |left. More.",
		"“We need 30 boats by May,” Mira Dolan said.\n\n|Then she left.",
		"“We need 30 boats by May,” Mira Dolan said.|",
		"“We will keep the seven lighthouses,” Mira Dolan said, “if the money comes.” She |left.",
		"“We need 30 boats by May,” Mira Dolan said. “We will keep the seven lighthouses.” She |left.",
		"“We need 30 boats by May,” Mr. Dolan said in the U.S. port. She |left.",
		"“We need 30 boats by May.\n\n“We will keep the seven lighthouses,” Mira Dolan said.\n\n|She left.",
		"She said: “We need 30 boats by May.” The |port is old.",
	} {
		src := strings.ReplaceAll(want, "|", "")
		_, us, ats, _ := written(t, c, []byte(src), func() int { return 1 })
		var b strings.Builder
		from := 0
		for i := range us {
			if us[i].Change == Found && ats[i] > from {
				b.WriteString(src[from:ats[i]] + "|")
				from = ats[i]
			}
		}
		if got := b.String() + src[from:]; got != want {
			t.Errorf("told at\n%s, want\n%s", got, want)
		}
	}
}

// TestRevised: a second quote in other words, or a longer name, changes what was told.
func TestRevised(t *testing.T) {
	speech := "MIRA DOLAN: We need 30 boats by May. The northern pier is for sale and nobody will weep for it."
	c := against([]byte(speech))
	src := "“We need 30 boats by May,” Dolan said. It rained.\n\nMira Dolan is the minister of ports."
	_, us, _, _ := written(t, c, []byte(src), func() int { return 3 })
	var got []string
	for _, u := range us {
		got = append(got, fmt.Sprintf("%s %d %s %s", u.Change, u.Quote, u.Finding.Quote.Speaker.Name, u.Finding.Verdict))
	}
	if s := strings.Join(got, ", "); s != "found 1 Dolan verbatim, revised 1 Mira Dolan verbatim" {
		t.Error(s)
	}
	if at := us[0].Place(); src[at.Start:at.End] != "We need 30 boats by May," {
		t.Errorf("it stands at %v", at)
	}
}

// TestCautious: that a quote is nowhere is said when all has been read, not before.
func TestCautious(t *testing.T) {
	speech := "MIRA DOLAN: We need 30 boats by May. The northern pier is for sale and nobody will weep for it."
	c := against([]byte(speech))
	src := "“We need 30 boats by May. The northern pier is for sale and nobody will weep for it,” " +
		"Mira Dolan said.\n\n" +
		"“Whoever shoots a seagull on the promenade will be sent to the quarries of Varland,” " +
		"Mira Dolan said.\n\n" +
		"“The moons of Jupiter were counted by candlelight in a monastery garden,” " +
		"Mira Dolan said.\n\nIt rained."
	_, us, ats, _ := written(t, c, []byte(src), func() int { return 1 })
	last := map[int]provenance.Verdict{}
	for i, u := range us {
		if v := u.Finding.Verdict; ats[i] < len(src) && v != provenance.Verbatim && v != provenance.Unchecked {
			t.Errorf("quote %d is %s after %d bytes", u.Quote, v, ats[i])
		}
		last[u.Quote] = u.Finding.Verdict
	}
	if got := fmt.Sprint(last); got != "map[1:verbatim 2:unsupported 3:unsupported]" {
		t.Error(got)
	}
}

// TestBounded: texts that never end a sentence, a quotation or a letter are not read
// again and again.
func TestBounded(t *testing.T) {
	c := speeches(t)
	for name, src := range map[string]string{
		"a quotation":     "“" + strings.Repeat("word. ", 2000),
		"short sentences": strings.Repeat("A. ", 4000),
		"short quotes":    strings.Repeat("“A.” ", 150),
		"blank lines":     strings.Repeat("\n\n", 20_000),
		"one word":        strings.Repeat("x", 50_000),
		"broken letters":  strings.Repeat("\xe2\x80. a\n", 4000),
	} {
		w, us, _, _ := written(t, c, []byte(src), func() int { return 7 })
		if most := (again + 1) * len(src); w.reads > most {
			t.Errorf("%s: %d bytes read of %d", name, w.reads, len(src))
		}
		settled(t, us)
	}
}

func TestEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := New(ctx, speeches(t), "live.txt", func(Update) {})
	if _, err := w.Write([]byte("“We need 30 boats by May,” she said. ")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := w.Write([]byte("And she left. So ")); !errors.Is(err, context.Canceled) {
		t.Errorf("write: %v", err)
	}
	if r, err := w.Close(); r != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("close: %v, %v", r, err)
	}
	if _, err := w.Write([]byte("x")); err == nil {
		t.Error("a closed Writer takes text")
	}
	if _, err := w.Close(); err == nil {
		t.Error("a closed Writer is closed again")
	}
	empty := New(t.Context(), speeches(t), "live.txt", nil)
	if r, err := empty.Close(); err != nil || len(r.Findings) != 0 {
		t.Errorf("of nothing: %v, %v", r, err)
	}
}

// TestCrowded: where quotes are crowded they are told a little later, and judged few times.
func TestCrowded(t *testing.T) {
	c := speeches(t)
	src := []byte(strings.Repeat("“The pier %d is old,” she said. ", 300) + strings.Repeat("It rained on the pier. ", 60))
	_, us, ats, _ := written(t, c, src, func() int { return 1 })
	for i, u := range us {
		if behind := ats[i] - u.Place().End; u.Change == Found && behind > longest+passage/again+64 {
			t.Fatalf("quote %d is told %d bytes behind it", u.Quote, behind)
		}
	}
	seen := map[*provenance.Report]int{}
	for _, u := range us {
		seen[u.Report] = len(u.Report.Findings)
	}
	judged := 0
	for _, n := range seen {
		judged += n
	}
	if quotes := len(settled(t, us)); quotes < 300 || judged > 4*quotes {
		t.Errorf("%d quotes were judged %d times", quotes, judged)
	}
}
