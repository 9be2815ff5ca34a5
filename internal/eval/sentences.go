package eval

import (
	"path/filepath"
	"regexp"
	"strings"
)

// The Golden Rules of sentence splitting, and the sentences of the English Web
// Treebank.

func sentences(dir string, misses func(string, ...any)) ([]Figure, error) {
	golden, err := goldenRules(dir, misses)
	if err != nil {
		return nil, err
	}
	ewt, err := treebank(dir, misses)
	return append(golden, ewt...), err
}

func goldenRules(dir string, misses func(string, ...any)) ([]Figure, error) {
	type rule struct {
		ID, Lang, Text string
		Golden         bool `json:"golden_rule"`
		Sentences      []string
	}
	rules, err := readLines[rule](filepath.Join(dir, "corpus", "sentences", "golden.jsonl"))
	if err != nil {
		return nil, err
	}
	var all, right [3]int // the Golden Rules, English, other languages
	for _, r := range rules {
		sets := []int{2}
		if r.Golden {
			sets = []int{0, 1}
		} else if r.Lang == "english" {
			sets = []int{1}
		}
		got := sentencesOf(joined(r.Text, r.Lang == "english"))
		ok := strings.Join(got, "|") == oneLine(strings.Join(r.Sentences, "|"))
		for _, i := range sets {
			all[i]++
			if ok {
				right[i]++
			}
		}
		if !ok {
			misses("%s\n    want %q\n    got  %q", r.ID, r.Sentences, got)
		}
	}
	var out []Figure
	for i, name := range []string{"sentences.golden.rules", "sentences.golden.en", "sentences.golden.other"} {
		out = append(out, Figure{name, ratio(right[i], all[i]), all[i], "cases all right"})
	}
	return out, nil
}

// wrapped is a line end inside a sentence, as in text taken out of a PDF.
var wrapped = regexp.MustCompile(`([a-z,]) ?\n([a-z])`)

// joined is t with its hard-wrapped lines joined, as the reader of a file
// whose lines are wrapped joins them.
func joined(t string, english bool) string {
	if english && !strings.Contains(t, "\nfeatures") && strings.Count(t, "\n") == 1 {
		return wrapped.ReplaceAllString(t, "$1 $2")
	}
	return t
}

func sentencesOf(t string) []string {
	d := plain(t)
	var out []string
	for _, s := range d.Sentences {
		out = append(out, oneLine(d.Read(s.Span)))
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// treebank is the F1 of sentence spans; a sentence counts where both its ends
// are right. A tenth of the sentences end in no mark and before no new line;
// the first figure leaves out these and what touches them.
func treebank(dir string, misses func(string, ...any)) ([]Figure, error) {
	type doc struct {
		ID, Text  string
		Sentences []runeSpan
	}
	docs, err := readLines[doc](filepath.Join(dir, "corpus", "sentences", "ewt.jsonl"))
	if err != nil {
		return nil, err
	}
	var all, plain spanScore
	for _, d := range docs {
		runes := []rune(d.Text)
		gold, hard := map[runeSpan]bool{}, hardEnds(runes, d.Sentences)
		for _, s := range d.Sentences {
			gold[s] = true
			all.want++
			if !touches(s, hard) {
				plain.want++
			}
		}
		for _, s := range runeSpans(d.Text) {
			easy := !touches(s, hard)
			all.count(true, gold[s])
			plain.count(easy, gold[s])
			if easy && !gold[s] {
				misses("%s | %s", string(runes[s.Start:s.End]), string(runes[s.End:min(len(runes), s.End+20)]))
			}
		}
	}
	return []Figure{
		{"sentences.ewt.plain", plain.f1(), plain.want, "F1, sentences that end in a mark or a new line"},
		{"sentences.ewt", all.f1(), all.want, "F1, all sentences"},
	}, nil
}

type spanScore struct{ got, want, both int }

func (s *spanScore) count(counts, hit bool) {
	if counts {
		s.got++
	}
	if counts && hit {
		s.both++
	}
}

func (s spanScore) f1() float64 { return 2 * float64(s.both) / float64(max(1, s.got+s.want)) }

// A runeSpan is a span in characters.
type runeSpan struct{ Start, End int }

// hardEnds are the ends of sentences that end in no mark and before no new line.
func hardEnds(t []rune, sentences []runeSpan) []int {
	var out []int
	for _, s := range sentences {
		if e := s.End; e < len(t) && t[e] != '\n' && !strings.ContainsRune(".!?…\"”’')", t[e-1]) {
			out = append(out, e)
		}
	}
	return out
}

// touches reports whether one of the ends lies in s or right before it.
func touches(s runeSpan, ends []int) bool {
	for _, e := range ends {
		if s.Start-2 <= e && e <= s.End {
			return true
		}
	}
	return false
}

// runeSpans are the sentences of t in characters.
func runeSpans(t string) []runeSpan {
	d := plain(t)
	var out []runeSpan
	at, n := 0, 0
	to := func(b int) int {
		n += len([]rune(d.Text[at:b]))
		at = b
		return n
	}
	for _, s := range d.Sentences {
		start := to(s.Span.Start)
		out = append(out, runeSpan{start, to(s.Span.End)})
	}
	return out
}
