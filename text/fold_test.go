package text_test

import (
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"peace", "peace"},
		{"Peace", "peace"},
		{"DON’T", "don't"},
		{"Café", "cafe"},
		{"cafe\u0301", "cafe"},
		{"ﬁnal", "final"},
		{"Ｖａｒｌａｎｄ", "varland"},
		{"co-\noperation", "cooperation"},
		{"co-\r\n   operation", "cooperation"},
		{"co-\n 12  operation", "cooperation"}, // the number of a line
		{"co\u00adoperation", "cooperation"},
		{"co\u00ad\n\n00:00:03.100 --> 00:00:05.000\noperation", "cooperation"}, // the times of a caption
		{"zero\u200bwidth", "zerowidth"},
		{"\u202dright\u202c", "right"},
		{"pe\u0430ce", "peace"},  // a Cyrillic а
		{"PΕΑCE", "peace"},       // some Greek
		{"\u043c\u0438p", "мир"}, // a Latin p
		{"мир", "мир"},           // an honest Cyrillic word
		{"рос", "рос"},           // though all of it looks Latin
		{"Мой", "мой"},           // й is a letter of its own
		{"ещё", "еще"},           // ё is a spelling of е
		{"во\u0301да", "вода"},   // a stress mark
		{"Straße", "strasse"},    //
		{"Łódź", "lodz"},         //
		{"हिन्दी", "हिन्दी"},     // marks that are vowels
		{"バ", "バ"},               //
		{"½", "1⁄2"},             //
		{"\xff\xfe", "\uFFFD"},   // invalid
		{"1,000", "1,000"},       //
		{"U.S.", "u.s."},         //
		{"", ""},                 //
	} {
		if got := text.Fold(c.word); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestMixedScript(t *testing.T) {
	for word, want := range map[string]bool{"peace": false, "pe\u0430ce": true, "мир": false, "µm": false, "α-beta": true} {
		if got := text.MixedScript(word); got != want {
			t.Errorf("MixedScript(%q) = %v", word, got)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"peace", "Café", "pe\u0430ce", "\xff", "co-\noperation", "ΐ", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		once := text.Fold(word)
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is no UTF-8", word, once)
		}
		if twice := text.Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", word, once, twice)
		}
	})
}

func BenchmarkFoldASCII(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		text.Fold("cooperation")
	}
}

func TestWhole(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"ﬁnal", "final"},
		{"𝐖𝐞", "We"}, // posts are set in bold with the letters of mathematics
		{"𝟭𝟮", "12"},
		{"𝑡ℎ𝑒", "the"},
		{"№5", "№5"},
		{"Ｗｅ", "We"},
		{"Café", "Café"},
		{"x²", "x²"}, // another number than x2
		{"½", "½"},
	} {
		if got := text.Whole(c.word); got != c.want {
			t.Errorf("Whole(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
