package normalize_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestSentences has a line for each rule, its sentences divided by bars.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		`We won.|They lost.`,
		`Mr. Tolm met Gen. Varga.|He left.`,
		`He came at 5 p.m.|The door was shut.`,
		`At 5 a.m. Mr. Tolm left.`,
		`The U.S. Senate voted.|It was late in the U.S.|They agreed.`,
		`“We won.”|He left.`,
		`“We won!” he said.|“Did we?” Tolm asked.`,
		`It grew 3.5 percent to 1,000.50 crowns.|Good.`,
		`See No. 5 on p. 12.|No.|Never.`,
		`THE MAYOR: No.|I stay.`,
		`Will you go?|No.|I stay.|No, no.|I stay.|The train leaves from platform No. I today.`,
		`They wanted it.|We said no.|I stayed (see no. 5).`,
		`She is J. R. Tolm of Varland Co. and knows it.`,
		`Well ... we tried.|But ... no.`,
		`It ended on Tuesday.¦The next day was calm.`,
		`Write to Ana.Tolm@example.com or see www.Example.com now.`,
		`It works.¹|So it was.|It was.`,
		`(It was late.)|They left (he said.) and slept.`,
		`She left (did she?).|He stayed.`,
		`we went home.|it was late?|nobody knew.`,
		`He sold Yahoo! in May.|It was a bargain. :)|So he said.`,
		`The ferry sails again :-)|We took it (twice :) and liked it.`,
		`Q. Who are you?|A. My name is Tolm.`,
		`Pages came back ... they were wet.|He came at noon (see no. 5).`,
		`See olm.Com and tolm.Net for more.`,
		`Marr is ill.|Tolm went to Peoria, Ill. on Monday, Nov. 5, alone.`,
		`THE MAYOR OF ST. OLM SPOKE.|NOBODY HEARD.`,
		`1. The first|2. The second`,
	} {
		src := strings.NewReplacer("|", " ", "¦", "").Replace(want) // ¦ where a blank is missing
		d := normalize.Text("t", []byte(src))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Read(s.Span))
		}
		if got := strings.Join(got, "|"); got != strings.ReplaceAll(want, "¦", "|") {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// TestWords has the words of each text divided by bars.
func TestWords(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"don't O’Neil dogs'", "don't|O’Neil|dogs"},
		{"well-known and/or", "well|known|and|or"},
		{"1,000 3.5 11:30 2.", "1,000|3.5|11:30|2"},
		{"U.S. p.m. U.S.A, U.S.’s J.Tolm", "U.S.|p.m.|U.S.A|U.S.’s|J|Tolm"},
		{"50% of $3 & €4", "50|%|of|$|3|&|€|4"},
		{"北京 カナ", "北|京|カ|ナ"},
		{"the coopera-\n  tion of well-\nknown", "the|coopera-\n  tion|of|well|known"},
		{"we\u200b're light\u00ad houses light\u00ad House", "we\u200b're|light\u00ad houses|light|House"},
		{"co\u00adoperation zero\u200bwidth", "co\u00adoperation|zero\u200bwidth"},
		{"cafe\u0301s 2nd", "cafe\u0301s|2nd"},
		{"\xff\xfea", "a"},
		{"’tis 'quoted'", "tis|quoted"},
	} {
		// A paragraph of hard-wrapped lines is one block.
		d := normalize.Build("t", []byte(c.src), normalize.Page{Text: c.src,
			Pieces: []normalize.Piece{{Span: whole(c.src)}}})
		var got []string
		for i := range d.Words {
			got = append(got, d.Word(i))
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("\n got %q\nwant %q", got, c.want)
		}
	}
}
