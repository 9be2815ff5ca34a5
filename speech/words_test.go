package speech

import (
	"strings"
	"testing"
)

// TestWordLists reads words off every list of the English file.
func TestWordLists(t *testing.T) {
	for list, words := range map[string]string{
		"statement":        "said says told added noted stressed Emphasized wrote according",
		"quoting":          "called accused asked shouted",
		"attitude":         "hopes fears believed",
		"beside":           "continued persisted",
		"auxiliary":        "was had also never will",
		"pronoun":          "he She they it",
		"pronoun-male":     "he him",
		"pronoun-female":   "she her",
		"determiner":       "the a his",
		"break":            "that because in",
		"honorific":        "Mr mrs Dr",
		"honorific-male":   "Mr",
		"honorific-female": "Ms Mrs",
		"role":             "minister president spokeswoman mayor officials mayor's",
		"title":            "Foreign prime Sen",
		"role-male":        "spokesman",
		"role-female":      "spokeswoman",
		"body":             "ministry party university",
		"naming":           "so-called film titled",
		"writing":          "statement letter",
		"no-label":         "note OK monday",
		"label":            "moderator question AUDIENCE",
		"question-label":   "Q question",
		"answer-label":     "A answer",
		"reading":          "read convey",
		"message":          "message greetings",
		"sender":           "from of",
		"occasion":         "remarks speech interview",
		"time":             "Monday june",
		"given-male":       "sergey william",
		"given-female":     "anna mary",
		"particle":         "de van",
		"suffix":           "jr III",
		"place":            "moscow france",
		"elision":          "em tis",
		"stop":             "mr etc",
		"someone":          "another others",
		"number":           "half dozen",
	} {
		want := listNames[list]
		if want == 0 {
			t.Errorf("no list is called %s", list)
		}
		for _, w := range strings.Fields(words) {
			if got := english.class(w)&want != 0; got == (w == "according") {
				t.Errorf("%s: %q is %v", list, w, got)
			}
		}
	}
	for _, c := range []struct {
		list, a, b string
		want       bool
	}{
		{"given", "william", "bill", true},
		{"given", "volodymyr", "vladimir", true},
		{"given", "william", "robert", false},
		{"same-role", "top-diplomat", "foreign-minister", true},
		{"same-role", "premier", "prime-minister", true},
		{"same-role", "mayor", "minister", false},
	} {
		if got := english.alike(c.list, c.a, c.b); got != c.want {
			t.Errorf("%s: %s and %s: %v", c.list, c.a, c.b, got)
		}
	}
}
