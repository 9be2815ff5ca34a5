package eval

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
)

// Turns of transcripts: 390 of a campaign, whose labels stand as NAME: at the
// head of a paragraph; and the same ones with the labels written otherwise.

type labelledTurn struct {
	Speaker    string
	Start, End int
}

type labelledTranscript struct {
	ID, Text  string
	Turns     []labelledTurn
	Sentences []struct{ Speaker, Text string }
}

// A labelStyle writes a speaker's label; seen counts the speaker's turns so far.
type labelStyle struct {
	name  string
	write func(speaker string, seen int) string
}

var labelStyles = []labelStyle{
	{"as-given", func(s string, _ int) string { return s + ": " }},
	{"title-case", func(s string, _ int) string { return nameCase(s) + ": " }},
	{"mr-then-last", func(s string, seen int) string {
		if seen == 0 || !strings.Contains(s, " ") {
			return s + ": "
		}
		return "MR. " + s[strings.LastIndexByte(s, ' ')+1:] + ": "
	}},
	{"own-line", func(s string, _ int) string { return nameCase(s) + "\n" }},
	{"party", func(s string, _ int) string { return s + " (I): " }},
	{"clock", func(s string, _ int) string { return nameCase(s) + " (00:15):\n" }},
	{"record", func(s string, _ int) string { return unnamed(s, "Mr. ") + s[strings.LastIndexByte(s, ' ')+1:] + ". " }},
	{"bracket", func(s string, _ int) string { return "[" + nameCase(s) + "] " }},
	{"bracket-colon", func(s string, _ int) string { return "[" + nameCase(s) + "]: " }},
	{"semicolon", func(s string, _ int) string { return nameCase(s) + "; " }},
	{"dash", func(s string, _ int) string { return nameCase(s) + " — " }},
	{"tab", func(s string, _ int) string { return nameCase(s) + "\t" }},
	{"stop", func(s string, _ int) string { return nameCase(s) + ". " }},
	{"group", func(s string, _ int) string { return nameCase(s) + " (S&D). – " }},
	{"seat", func(s string, _ int) string { return unnamed(s, "Mr ") + nameCase(s) + " (Harl) (3.18 pm)—" }},
	{"title", func(s string, _ int) string { return s + ", GUEST OF THE PROGRAM: " }},
	{"markdown", func(s string, _ int) string { return "**" + nameCase(s) + ":** " }},
	{"heading", func(s string, _ int) string { return "#### " + nameCase(s) + "\n\n" }},
	{"time-behind", func(s string, _ int) string { return nameCase(s) + "  0:15\n" }},
	{"colon-time", func(s string, _ int) string { return nameCase(s) + ": (00:15)\n" }},
	{"time-below", func(s string, _ int) string { return nameCase(s) + "\n0 minutes 15 seconds\n" }},
	{"arrows", func(s string, _ int) string { return ">> " + s + ": " }},
	{"chat", func(s string, _ int) string { return "09:03:11 From " + nameCase(s) + " to Everyone:\n" }},
}

// unnamed is a form of address, and nothing before what is no full name.
func unnamed(speaker, address string) string {
	if strings.Contains(speaker, " ") {
		return address
	}
	return ""
}

func turns(dir string, misses func(string, ...any)) ([]Figure, error) {
	all, err := readLines[labelledTranscript](filepath.Join(dir, "corpus", "campaign", "transcripts.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []Figure
	for n, style := range labelStyles {
		var s turnScores
		for i, t := range all {
			if n == 0 || i%5 == 0 {
				s.transcript(t, style, misses)
			}
		}
		out = append(out, Figure{"turns." + style.name + ".f1", s.f1(), s.gold, "boundaries"},
			Figure{"turns." + style.name + ".speaker", share(s.right, s.hits), s.hits, ""})
	}
	return out, nil
}

type turnScores struct {
	counts
	right int
}

// transcript holds the turns of one transcript against its labels: a turn is
// found where its words begin.
func (s *turnScores) transcript(t labelledTranscript, style labelStyle, misses func(string, ...any)) {
	src, gold := t.render(style)
	d := normalize.Text(t.ID, []byte(src))
	at := map[int]speech.Turn{}
	for _, f := range speech.Turns(d) {
		s.given++
		b := d.File(f.Span).Start
		if f.Label.Len() > 0 {
			b = d.File(f.Label).End
		}
		at[b+len(src[b:])-len(strings.TrimLeftFunc(src[b:], unicode.IsSpace))] = f
	}
	s.gold += len(gold)
	for _, g := range gold {
		f, ok := at[g.Start]
		if !ok {
			misses("%s missed %.40s %q: %.60q", style.name, t.ID, g.Speaker, src[max(0, g.Start-30):])
			continue
		}
		delete(at, g.Start)
		s.found++
		s.hits++
		if sameSpeaker(f.Speaker, g.Speaker) {
			s.right++
		} else {
			misses("%s speaker %.40s want %q got %q", style.name, t.ID, g.Speaker, f.Speaker)
		}
	}
	for _, b := range slices.Sorted(maps.Keys(at)) {
		misses("%s extra %.40s %q: %.60q", style.name, t.ID, at[b].Speaker, src[b:])
	}
}

// sameSpeaker compares labels: the same person, or the very words.
func sameSpeaker(got, want string) bool {
	return strings.EqualFold(got, want) || speech.Names(got, want) >= speech.Possible
}

// render writes the transcript in a style, with the turns at their new places.
func (t labelledTranscript) render(style labelStyle) (string, []labelledTurn) {
	if style.name == "as-given" && len(t.Turns) > 0 {
		at := offsets(t.Text)
		var gold []labelledTurn
		for _, u := range t.Turns {
			gold = append(gold, labelledTurn{u.Speaker, at[u.Start], at[u.End]})
		}
		return t.Text, gold
	}
	var b strings.Builder
	var gold []labelledTurn
	seen := map[string]int{}
	add := func(speaker, words string) {
		b.WriteString(style.write(speaker, seen[speaker]))
		seen[speaker]++
		gold = append(gold, labelledTurn{speaker, b.Len(), b.Len() + len(words)})
		b.WriteString(words + "\n\n")
	}
	runes := []rune(t.Text)
	for _, u := range t.Turns {
		add(u.Speaker, string(runes[u.Start:u.End]))
	}
	for i, s := range t.Sentences {
		if i > 0 && s.Speaker == t.Sentences[i-1].Speaker {
			b.WriteString(s.Text + " ")
			continue
		}
		add(s.Speaker, s.Text+" ")
	}
	return b.String(), gold
}

// nameCase writes BILL O'REILLY as Bill O'Reilly.
func nameCase(s string) string {
	up := true
	return strings.Map(func(r rune) rune {
		defer func() { up = !unicode.IsLetter(r) }()
		if up {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}
