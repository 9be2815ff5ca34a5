package lexicon

import "strings"

var contracted = map[string][]string{
	"can't": {"can", "not"}, "won't": {"will", "not"}, "shan't": {"shall", "not"}, "ain't": {"is", "not"},
	"cannot": {"can", "not"}, "let's": {"let", "us"}, "gonna": {"going", "to"}, "wanna": {"want", "to"},
	"gotta": {"got", "to"}, "'em": {"them"}, "ma'am": {"madam"}, "o'clock": {"o'clock"}, "y'all": {"you", "all"},
	"%": {"percent"}, "$": {"dollar"}, "€": {"euro"}, "£": {"pound"}, "¥": {"yen"}, "&": {"and"},
}

// nations are acronyms that everybody reads as the full name; their surface
// must be in capitals or with points, lest the pronoun be taken for a country.
var nations = map[string][]string{
	"us": {"united", "states"}, "usa": {"united", "states", "america"}, "uk": {"united", "kingdom"},
	"un": {"united", "nations"}, "eu": {"european", "union"},
}

var shortened = map[string]string{
	"jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
	"sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
	"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "prof": "professor",
	"dept": "department", "govt": "government", "km": "kilometers", "kg": "kilograms", "mins": "minutes",
}

var clitics = [...]struct{ end, word string }{
	{"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"'d", ""}, {"'s", ""}, {"s'", "s"}, {"'", ""},
}

// expand gives the words that a folded word stands for, at least one. surface
// is how it was written.
func expand(surface, w string) []string {
	if list, ok := contracted[w]; ok {
		return list
	}
	if strings.HasSuffix(w, "n't") && len(w) > 4 {
		return []string{w[:len(w)-3], "not"}
	}
	var tail string
	for _, c := range clitics {
		if head, ok := strings.CutSuffix(w, c.end); ok && head != "" {
			if c.end == "s'" {
				head += "s"
			} else {
				tail = c.word
			}
			w = head
			break
		}
	}
	list := full(surface, w)
	if tail != "" {
		list = append(list[:len(list):len(list)], tail)
	}
	return list
}

// full writes out an acronym or abbreviation.
func full(surface, w string) []string {
	if strings.Contains(w, ".") {
		w = strings.ReplaceAll(w, ".", "")
		if w == "" {
			return []string{"."}
		}
	}
	head, _, _ := strings.Cut(strings.ReplaceAll(surface, "’", "'"), "'")
	if list, ok := nations[w]; ok && Capitals(head) {
		return list
	}
	if long, ok := shortened[w]; ok && surface[0] >= 'A' && surface[0] <= 'Z' && w != "mar" && w != "jun" {
		return []string{long}
	}
	return []string{w}
}

// Capitals reports whether a word as it stands is written like an acronym: EU,
// U.N.
func Capitals(word string) bool {
	n := 0
	for _, r := range word {
		switch {
		case r >= 'A' && r <= 'Z':
			n++
		case r != '.':
			return false
		}
	}
	return n > 1
}
