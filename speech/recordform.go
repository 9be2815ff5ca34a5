package speech

import (
	"slices"
	"strings"
	"unicode"
)

// recordForm reads the labels of official records, which end in a full stop:
// "Mr. LUND.", "Ms. ADA T. LUND of Harl (during the reading).", "The PRESIDING
// OFFICER.", "SENATOR HOLT.", "M. Holt.", "The Chairman."
func recordForm(l *line) (int, string, strength) {
	n, name := recordLabel(l.t)
	if n == 0 {
		return 0, "", none
	}
	words := strings.Fields(name)
	if slices.ContainsFunc(words, loud) {
		return n, name, strong
	}
	if len(words) < 2 {
		return 0, "", none
	}
	return n, name, weak
}

// recordLabel is the length of a label that ends in a full stop, or in a colon
// where capitals make it one, and its name without what stands in brackets.
func recordLabel(t string) (int, string) {
	t = t[:min(len(t), longestLabel)]
	var words []string
	for i := 0; i < len(t) && len(words) < 9; {
		if t[i] == '(' || t[i] == '[' {
			j := strings.IndexAny(t[i:], ")]")
			if j < 0 || len(words) < 2 {
				return 0, ""
			}
			i += j + 1
			if i < len(t) && (t[i] == '.' || t[i] == ',') {
				return endOfRecord(t, i, words)
			}
			for i < len(t) && t[i] == ' ' {
				i++
			}
			continue
		}
		j := strings.IndexAny(t[i:], " \t(")
		if j < 0 {
			j = len(t) - i
		}
		w := t[i : i+j]
		bare := strings.TrimRight(w, ".")
		stopped := len(bare) < len(w)
		if !recordWord(bare, words) {
			return 0, ""
		}
		if words = append(words, bare); len(bare) == 1 {
			words[len(words)-1] = w // an initial keeps its stop
		}
		if stopped && len(w)-len(bare) == 1 && len(bare) > 1 && english.class(bare)&suffix == 0 && !(len(words) < 3 && english.class(bare)&(stop|honorific|labelTitle) != 0) {
			return endOfRecord(t, i+len(bare), words)
		}
		for i += j; i < len(t) && (t[i] == ' ' || t[i] == '\t'); i++ {
		}
	}
	return 0, ""
}

// endOfRecord is the label that ends with the stop at i, if words follow it.
func endOfRecord(t string, i int, words []string) (int, string) {
	led, capitals := english.class(trimWord(words[0]))&(honorific|labelTitle|title|role|determiner) != 0, 0
	for _, w := range words {
		if loud(w) {
			capitals++
		}
	}
	if t[i] != '.' || len(words) < 2 || !led && capitals < 2 {
		return 0, ""
	}
	if rest := strings.TrimLeft(t[i+1:], " \t\u00a0—–-"); rest == "" || len(rest) == len(t[i+1:]) || capitals == 0 && !opening(firstRune(rest)) {
		return 0, ""
	}
	return i + 1 + dashed(t[i+1:]), strings.Join(words, " ")
}

// opening reports whether words may begin with r.
func opening(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“‘«„'([….-–—$£€¿¡", r)
}

// recordWord reports whether w may stand in such a label behind the words
// before it, which a form of address or an office leads.
func recordWord(w string, before []string) bool {
	if strings.ContainsAny(w, ":;,!?\"“”") {
		return false
	}
	c := english.class(w)
	if len(before) == 0 {
		return w != "" && capital(w) && (c&(honorific|labelTitle|title|role) != 0 || strings.EqualFold(w, "the") || loud(w))
	}
	if before[0] == "The" && len(before) == 1 && c&(role|label|title) == 0 && !loud(w) {
		return false
	}
	switch w {
	case "of", "for", "and", "pro", "tempore", "tem", "the", "le", "la":
		return true
	}
	if c&(statement|auxiliary|pronoun|breaker) != 0 && !loud(w) && c&particle == 0 {
		return false
	}
	return w != "" && (capital(w) || c&particle != 0 || c&label != 0)
}

// loud reports whether w has capitals as only a label's name has them: "LUND",
// "McLUND", "DeHOLT", but not the initials of "U.S.".
func loud(w string) bool {
	row := 0
	for _, r := range strings.TrimRight(w, ".") {
		if unicode.IsUpper(r) {
			row++
		} else if unicode.IsLetter(r) || r == '.' {
			row = 0
		}
	}
	return row > 1
}
