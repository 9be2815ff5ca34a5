package comparisontest

import (
	"strings"
	"testing"
)

const sample = `# what is sold
# in the spring [retold, dates 2024-03-06 2024-03-08]
frame   We sold % boats.

speech  nine
report  ninety
verdict altered
        nothing yet

speech  ten
report  10

# a cut [cut]

speech  |The mill is open|, they say.
        none
        none

# in two lines

speech  The mill is open.
speech  The dam is shut.
report  The mill is open,|The dam is shut.
        none`

// TestRewritten: a file is written as it was read, but for the answers.
func TestRewritten(t *testing.T) {
	f, err := parse("sample.txt", sample)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, c := range f.cases {
		got = append(got, c.Place+": "+c.Speech+" / "+c.Report+" / "+strings.Join(c.want, ", "))
		c.want = []string{"first", "second"}[:1+i%2]
	}
	want := `sample.txt:5: We sold nine boats. / We sold ninety boats. / nothing yet
sample.txt:10: We sold ten boats. / We sold 10 boats. / ` + `
sample.txt:15: The mill is open, they say. / The mill is open. / none, none
sample.txt:21: The mill is open.
The dam is shut. / The mill is open,|The dam is shut. / none`
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	written := strings.NewReplacer("nothing yet", "first", "10\n", "10\n        first\n        second\n",
		"        none\n        none", "        first",
		"shut.\n        none", "shut.\n        first\n        second").Replace(sample)
	if got := f.rewritten(); got != written {
		t.Errorf("got\n%s\nwant\n%s", got, written)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"# cases [quoted]", `f:1: "quoted" is none of retold, indirect, cut, dates DAY DAY`},
		{"# cases [cut", "f:1: what stands in brackets does not end with the heading"},
		{"# cases\n\nsaid x", `f:3: "said" is none of #, frame, speech, report, verdict`},
		{"speech x", "f:1: a case needs a speech and a report"},
		{"report x", "f:1: a case needs a speech and a report"},
		{"speech x\nreport x\n        none\nverdict edited", `f:4: "verdict edited" stands behind the answer`},
		{"# cases [cut]\n\nspeech x | y", "f:3: a cut has two bars in its speech, and no report"},
	} {
		if _, err := parse("f", c.file); err == nil || err.Error() != c.want {
			t.Errorf("%q: got %v, want %s", c.file, err, c.want)
		}
	}
}

// TestAnswer tells a case that is not met from one that is.
func TestAnswer(t *testing.T) {
	c := Case{Speech: "We sold nine boats to Varland in May.", Report: "We sold ninety boats to Varland in May."}
	if verdict, told := c.answer(); verdict != "altered" || strings.Join(told, ", ") != "number! ninety<nine" {
		t.Errorf("%s, %s", verdict, told)
	}
	c = Case{Speech: "We sold nine boats to Varland.", Report: "Nobody asked about fish."}
	if verdict, told := c.answer(); verdict != "" || strings.Join(told, ", ") != "not found" {
		t.Errorf("%s, %s", verdict, told)
	}
}
