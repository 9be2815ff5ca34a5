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
// are right.
func treebank(dir string, misses func(string, ...any)) ([]Figure, error) {
	type span struct{ Start, End int }
	type doc struct {
		ID, Text  string
		Sentences []span
	}
	docs, err := readLines[doc](filepath.Join(dir, "corpus", "sentences", "ewt.jsonl"))
	if err != nil {
		return nil, err
	}
	var got, want, both, easyGot, easyWant, easyBoth int
	for _, d := range docs {
		runes := []rune(d.Text)
		easy := map[span]bool{}
		gold := map[span]bool{}
		for _, s := range d.Sentences {
			gold[s] = true
			easy[s] = endsPlainly(runes, s.End)
			if easy[s] {
				easyWant++
			}
		}
		want += len(gold)
		for _, s := range runeSpans(d.Text) {
			got++
			hit := gold[span(s)]
			if hit {
				both++
			}
			if endsPlainly(runes, s.End) {
				easyGot++
				if hit && easy[span(s)] {
					easyBoth++
				}
			}
			if !hit {
				misses("%s | %s", string(runes[s.Start:s.End]), string(runes[s.End:min(len(runes), s.End+20)]))
			}
		}
	}
	return []Figure{
		{"sentences.ewt.plain", f1(easyBoth, easyGot, easyWant), easyWant, "F1, sentences that end in a mark or a new line"},
		{"sentences.ewt", f1(both, got, want), want, "F1, all sentences"},
	}, nil
}

func f1(both, got, want int) float64 { return 2 * float64(both) / float64(max(1, got+want)) }

// endsPlainly reports whether a mark stands before end or a new line after it.
func endsPlainly(t []rune, end int) bool {
	return end >= len(t) || t[end] == '\n' || strings.ContainsRune(".!?…\"”’')", t[end-1])
}

// runeSpans are the sentences of t in characters.
func runeSpans(t string) []struct{ Start, End int } {
	d := plain(t)
	var out []struct{ Start, End int }
	at, n := 0, 0
	to := func(b int) int {
		n += len([]rune(d.Text[at:b]))
		at = b
		return n
	}
	for _, s := range d.Sentences {
		start := to(s.Span.Start)
		out = append(out, struct{ Start, End int }{start, to(s.Span.End)})
	}
	return out
}
