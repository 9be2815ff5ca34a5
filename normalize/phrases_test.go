package normalize

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/text"
)

func lineOf(t string) *line {
	s := text.Span{Start: 0, End: len(t)}
	l := measure(t, Piece{Span: s}, appendWords(nil, t, 0))
	return &l
}

// TestPhraseReason has a line of each class, and lines like them that are
// somebody's words.
func TestPhraseReason(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Listen to audio", "player"},
		{"Your browser does not support HTML5 video", "player"},
		{"Share this story", "share"},
		{"1.2k shares", "share"},
		{"Sign up for our newsletter", "subscribe"},
		{"ADVERTISEMENT", "advertisement"},
		{"We use cookies", "cookie notice"},
		{"This site uses cookies to make your stay with us even sweeter.", "cookie notice"},
		{"Home | Sport | Weather | Bears | Contact", "navigation"},
		{"Home > Islands > Ferries", "navigation"},
		{"HomeLatest NewsIslandsFerry sinks after...", "navigation"},
		{"Page 2 of 5", "navigation"},
		{"« Prev 1 2 3 Next »", ""},
		{"Related Articles", "related"},
		{"Most Read", "most popular"},
		{"12 comments", "comments"},
		{"Ana Brisk, May 7, 2031 at 11:03 pm", "comments"},
		{"Hit counter", "site counter"},
		{"Check against delivery", "delivery note"},
		{"(CHECK AGAINST DELIVERY.)", "delivery note"},
		{"© 2031 Olm Courier", "copyright"},
		{"Copyright 2031 Olm Courier. All rights reserved.", "copyright"},
		{"This report is for informational purposes only.", "disclaimer"},
		{"The views expressed in this article do not necessarily reflect those of the Courier.", "disclaimer"},
		{"* * *", "rule"},
		{"3.", "list number"},

		{"The copyright of the song is hers, she said.", ""},
		{"“We are not responsible for the weather,” the minister said.", ""},
		{"“All rights reserved? By whom?” she asked.", ""},
		{"He eats cookies for breakfast and accepts no advice on it.", ""},
		{"Comments by the minister drew laughter in the assembly on Tuesday.", ""},
		{"Home is where the heart is, she said.", ""},
		{"She had three comments on the draft, and none of them was kind.", ""},
		{"Print is dead, the editor told the council.", ""},
		{"OK.", ""},
		{"We check against delivery what was ordered.", ""},
		{"She said:", ""},
	} {
		if got := phraseReason(lineOf(c.line), false); got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestStageCuts(t *testing.T) {
	for _, c := range []struct{ text, cut string }{
		{"We won. (APPLAUSE) Thank you.", "(APPLAUSE)"},
		{"We (laughs) won [Laughter and applause] again (Applause.).",
			"(laughs)|[Laughter and applause]|(Applause.)"},
		{"(CROSSTALK)", "(CROSSTALK)"},
		{"I was in (inaudible) for a week.", "(inaudible)"},
		{"He came [through translator] and left.", "[through translator]"},
		{"[00:12:33] We won.", "[00:12:33]"},
		{"00:12:33 We won.", "00:12:33"},
		{"We won [12:10] again.", "[12:10]"},
		{"(Аплодисменты.) Спасибо.", "(Аплодисменты.)"},
		{"She plays (music is her life) well.", ""},
		{"The party (founded in 2001) won.", ""},
		{"The bill (see clause 12:10) passed.", ""},
		{"We [the council] won.", ""},
		{"(Laughter is the best medicine, he said.)", ""},
		{"11:30 The meeting begins.", ""},
		{"It is built. [Hear, hear.] It stands.", "[Hear, hear.]"},
		{"Who drank the water? [Uproar.] (Pause.) “Nobody?” (The house divided.)",
			"[Uproar.]|(Pause.)|(The house divided.)"},
		{"MS. TOLM: (Pause.) I did.", "(Pause.)"},
		{"(Prolonged applause from the government benches; the opposition rises)",
			"(Prolonged applause from the government benches; the opposition rises)"},
		{"We won. [Applause from the left.]", "[Applause from the left.]"},
		{"And then (Inaudible remarks) he left.", "(Inaudible remarks)"},
		{"(Sitting suspended at 11.30.)", "(Sitting suspended at 11.30.)"},
		{"We waited. (The pause was not our doing.) Then we spoke.", ""},
		{"We won. (I hear nothing to the contrary.) Thank you.", ""},
		{"We heard him (hear, hear) and left.", ""},
		{"The bill (The house divided over it) was lost.", ""},
		{"It rose again. (It rose in 2019 too.) It will rise.", ""},
		{"We agreed. (So did the opposition.) They signed.", ""},
		{"We met. [The minister.] He came.", ""},
		{"We met. (Is the house divided?) He came.", ""},
		{"We met. (The government was divided.) He came.", ""},
		{"Mr Marrow interjecting—", "Mr Marrow interjecting—"},
		{"Opposition members interjecting —", "Opposition members interjecting —"},
		{"An honourable member interjecting—", "An honourable member interjecting—"},
		{"Senator O’Dell Orford interjecting—", "Senator O’Dell Orford interjecting—"},
		{"He was interjecting, and we heard it —", ""},
		{"And he kept interjecting—", ""},
		{"Stop interjecting—", ""},
		{"The member kept interjecting—", ""},
		{"and moved on. [[Page S697]] We", "[[Page S697]]"},
		{"the [[Page]] of it", ""},
		{"((((", ""},
	} {
		var got []string
		for _, r := range stageCuts(c.text, text.Span{Start: 0, End: len(c.text)}, nil) {
			got = append(got, c.text[r.Span.Start:r.Span.End])
		}
		if strings.Join(got, "|") != c.cut {
			t.Errorf("%q: cut %q, want %q", c.text, got, c.cut)
		}
	}
}

func TestHeadLines(t *testing.T) {
	for _, c := range []struct {
		line    string
		is      bool
		byline  string
		dateOny bool
	}{
		{"By Ana Brisk", true, "Ana Brisk", false},
		{"By VNA", true, "VNA", false},
		{"BY ANA BRISK AND OLO MARR", true, "ANA BRISK AND OLO MARR", false},
		{"By Ana Brisk, political editor", true, "Ana Brisk", false},
		{"By Ana Brisk | Olm Courier", true, "Ana Brisk", false},
		{"By Monday, all ferries run again", false, "", false},
		{"By the time she came it was late", false, "", false},
		{"By Monday the ferries were running again.", false, "", false},
		{"Published : 7 Apr 2031 08:19 PM", false, "", true},
		{"Saturday, June 7, 2031", false, "", true},
		{"Last updated at 11:25am on 07.01.2031", false, "", true},
		{"June 7, 2031 was a cold day", false, "", false},
	} {
		if got := isByline(c.line); got != c.is {
			t.Errorf("isByline(%q) = %v", c.line, got)
		}
		if c.is {
			if got := bylineName(c.line[bylineStart.Len(c.line):]); got != c.byline {
				t.Errorf("byline of %q is %q, want %q", c.line, got, c.byline)
			}
		}
		if got := dateOnly(c.line) != ""; got != c.dateOny {
			t.Errorf("dateOnly(%q) = %v", c.line, got)
		}
	}
}

func TestIsPlaceAndDate(t *testing.T) {
	for line, want := range map[string]bool{
		"Olm, 10 May 2031":                        true,
		"The Olm Courier, Thursday 22 May 2031":   true,
		"Tolm resigned, 10 May 2031":              false,
		"She left on Monday, 10 May 2031.":        false,
		"Olm, in the old customs house, May 2031": false,
	} {
		if got := isPlaceAndDate(lineOf(line)); got != want {
			t.Errorf("isPlaceAndDate(%q) = %v", line, got)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"OLM, Feb 27 (VNA) — The council met.", "OLM, Feb 27 (VNA)"},
		{"OLM (Reuters) - The council met.", "OLM (Reuters)"},
		{"NEW OLM, Varland -- The council met.", "NEW OLM, Varland"},
		{"OLM, May 9, 2031. /VNA/. The council met.", "OLM, May 9, 2031. /VNA/"},
		{"The council met - and left.", ""},
		{"MS. TOLM: Thank you.", ""},
		{"A - the first letter.", ""},
	} {
		if got := dateline(c.line); got != c.want {
			t.Errorf("dateline(%q) = %q, want %q", c.line, got, c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor of the town said that it was late and that she had to go.", "en"},
		{"Le maire de la ville a dit que c'est trop tard et qu'il est parti avec elle.", "fr"},
		{"Der Bürgermeister der Stadt hat gesagt, dass es nicht zu spät ist und er bleibt.", "de"},
		{"Мэр города сказал, что уже поздно и что он не пойдёт на это.", "ru"},
		{"市长说现在太晚了，他不会去那里。", "zh"},
		{"市長はもう遅すぎると言いました。", "ja"},
		{"Olm 12 Brisk 40", ""},
		{"", ""},
	} {
		var words []string
		for _, w := range appendWords(nil, c.text, 0) {
			words = append(words, c.text[w.Start:w.End])
		}
		if got := language(words); got != c.want {
			t.Errorf("language(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPatterns compiles what is compiled only when a text has need of it.
func TestPatterns(t *testing.T) {
	for _, f := range forms {
		f.re()
	}
}
