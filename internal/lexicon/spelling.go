package lexicon

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// american gives a folded word the American spelling, so that colour and
// color, organise and organize meet. It errs on the side of leaving words be.
func american(w string) string {
	if s, ok := respelt.Find(w); ok {
		return s
	}
	if len(w) < 5 {
		return w
	}
	w = ise(w)
	w = our(w)
	w = doubled(w)
	if i := len(w) - 1; strings.HasSuffix(w, "tre") || strings.HasSuffix(w, "bre") {
		return w[:i-1] + "er"
	}
	if s, ok := strings.CutSuffix(w, "tres"); ok {
		return s + "ters"
	}
	if s, ok := strings.CutSuffix(w, "ogue"); ok && len(s) > 3 {
		return s + "og"
	}
	return w
}

var respelt = words.Values("spelling", "american", words.Text)

var iseEndings = [...]string{
	"ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations", "yse", "ysed", "yses", "ysing",
}

// iseKept are verbs and nouns in -ise everywhere, up to their i.
var iseKept = words.Set("spelling", "kept-in-ise")

func ise(w string) string {
	for _, e := range iseEndings {
		head, ok := strings.CutSuffix(w, e)
		if !ok || len(head) < 3 || e[0] == 'i' && iseKept.Has(head+"i") {
			continue
		}
		if e[0] == 'y' && !strings.HasSuffix(head, "al") && !strings.HasSuffix(head, "ar") {
			continue
		}
		return head + e[:1] + "z" + e[2:]
	}
	return w
}

// ourHeads are words with an "our" that loses its u, up to the o.
var ourHeads = words.Set("spelling", "lose-u")

func our(w string) string {
	i := strings.Index(w, "our")
	if i < 0 || !ourHeads.Has(w[:i+1]) {
		return w
	}
	return w[:i+1] + w[i+2:]
}

var doubledHeads = words.Set("spelling", "double-l")

// doubled: travelled, labelling.
func doubled(w string) string {
	for _, e := range [...]string{"ed", "ing", "er", "ers", "ings", "ors", "or"} {
		head, ok := strings.CutSuffix(w, e)
		if head, double := strings.CutSuffix(head, "l"); ok && double && doubledHeads.Has(head) {
			return head + e
		}
	}
	return w
}
