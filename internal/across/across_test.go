package across

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func textOf(lang, s string) Text {
	d := normalize.Text("t.txt", []byte(s))
	return Text{d, text.Range{End: len(d.Words)}, lang}
}

// shown are marks as their words and what they are read as.
func shown(t Text, marks []Mark) string {
	var out []string
	for _, m := range marks {
		if m.Kind != word {
			out = append(out, t.Document.Read(t.Document.SpanOf(m.Words))+" = "+strings.Join(m.as, " or "))
		}
	}
	return strings.Join(out, "; ")
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "es kostet 1.500.000 Euro", "1.500.000 = 1500000"},
		{"de", "es kostet 1.500,75 Euro", "1.500,75 = 1500.75"},
		{"de", "es kostet 1.500 Euro", "1.500 = 1500"},
		{"en", "it costs 1.500 crowns", "1.500 = 1.5"},
		{"", "kosta 1.500 kronur", "1.500 = 1500 or 1.5"},
		{"es", "cuesta 1,500 pesos", "1,500 = 1500 or 1.5"}, // one in Mexico, one in Spain
		{"de", "es sind 2,5 Mio. Menschen", "2,5 Mio = 2500000"},
		{"en", "it is 2.5 million, or 3.5bn", "2.5 million = 2500000; 3.5bn = 3500000000"},
		{"de", "es ist 1 Billion", "1 Billion = 1000000000000"},
		{"en", "it is 1 billion", "1 billion = 1000000000"},
		{"", "það er 1 billion", "1 = 1"},
		{"ru", "это 1 500 000 рублей", "1 500 000 = 1500000"},
		{"ru", "это 12 тыс. рублей", "12 тыс = 12000"},
		{"fr", "cela coûte 1 500,50 euros", "1 500,50 = 1500.5"},
		{"en", "in 27 500 people", "27 = 27; 500 = 500"},
		{"de", "es kostet 1'500 Franken", "1'500 = 1500"},
		{"de", "um 17:30 oder 17.30 Uhr", ""},
		{"ru", "двадцать пять маяков", "двадцать пять = 25"},
		{"de", "zwölf Millionen Tonnen", "zwölf Millionen = 12000000"},
		{"es", "cuesta 30 mil millones", "30 mil millones = 30000000000"},
		{"en", "one hundred and fifty thousand boats", "one hundred and fifty thousand = 150000"},
		{"zh", "30亿美元", "30亿 = 3000000000"},
		{"ar", "٢٥ سفينة", "٢٥ = 25"},
		{"en", "0.5 of 007", "0.5 = 0.5; 007 = 7"},
		{"", "\x00 1.,,5 1..5 ,5", "1 = 1; 5 = 5; 1 = 1; 5 = 5; 5 = 5"},
	} {
		x := textOf(c.lang, c.text)
		if got := shown(x, x.numbers()); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "on February 27, 2031 it rained", "February = month 2 date; 27 = 27 date; 2031 = 2031 date"},
		{"ru", "27 февраля 2031 года", "февраля = month 2 date; 27 = 27 date; 2031 = 2031 date"},
		{"es", "el 27 de febrero de 2031", "febrero = month 2 date; 27 = 27 date; 2031 = 2031 date"},
		{"de", "am 12.05.2031 war es", "12.05.2031 = 12 date; 12.05.2031 = month 5 date; 12.05.2031 = 2031 date"},
		{"en", "it rained on 05/12/2031 in the harbour", "05 = 5; 12 = 12; 2031 = 2031 date"},
		{"de", "am 2031.05.27 hat es im Hafen geregnet", "2031.05.27 = 27 date; 2031.05.27 = month 5 date; 2031.05.27 = 2031 date"},
		{"en", "we may not march to 40 towns", "40 = 40"},
		{"de", "am 45.45.2031", ""},
	} {
		x := textOf(c.lang, c.text)
		var out []string
		for _, m := range x.numbers() {
			s := shown(x, []Mark{m})
			if m.Kind == Date {
				s += " date"
			}
			out = append(out, s)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// TestNames compares words of a quote with those of a sentence in another language.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		quote, lang, place string
		want               bool
	}{
		{"We saw Lavrov there", "ru", "Мы видели там Лаврова", true},
		{"We saw Zelensky there", "uk", "Ми подякували Зеленському", true},
		{"We saw Wrenfield there", "ru", "Там был Ренфилд", false}, // a letter of it is not heard
		{"We saw Papadopoulos there", "el", "Εκεί ήταν ο Παπαδόπουλος", true},
		{"We saw Haradze there", "ka", "ჩვენ ვნახეთ ჰარაძე", true},
		{"We saw Sargsyan there", "hy", "Մենք տեսանք Սարգսյան", true},
		{"We saw Honchar there", "uk", "Ми бачили Гончара", true},
		{"We saw Tamsin Oreka there", "he", "ראינו את תמסין", true},
		{"We saw Karim there", "ar", "رأينا كريم هناك", true},
		{"We saw Müller there", "ru", "Там был Мюллер", true},
		{"We saw Merkel there", "pl", "Widzieliśmy tam Merkelową", true},
		{"We saw Lund there", "ru", "Там был Линд", true}, // vowels tell nothing across scripts
		{"We saw Lund there", "ru", "Там был Лорд", false},
		{"We saw Kestrer there", "fr", "Nous étions à Kestria", false},
		{"We saw Karim there", "de", "Wir sahen Karims Haus", true},
		{"We saw ten million boats", "de", "Wir sahen Millionen", false},
		{"We saw Iran there", "ru", "Там был Ирак", false},
		{"We saw the coast there", "de", "Wir sahen die Kosten dort", false},
		{"We saw 李明 there", "zh", "我们看见李明", false},
	} {
		q, p := textOf("en", c.quote), textOf(c.lang, c.place)
		got := false
		for _, x := range Compare(q.Marks(), p.Marks(), nil).Shared {
			got = got || x.Quote.Kind == Name
		}
		if got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.quote, c.place, got, c.want)
		}
	}
}

// TestCompare says what of a quote is shared, left over, and put for something else.
func TestCompare(t *testing.T) {
	for _, c := range []struct{ quote, lang, place, around, want string }{
		{"It costs 1,500 crowns", "de", "Es kostet 1.500 Kronen", "", "1,500 = 1.500"},
		{"It costs 1,600 crowns", "de", "Es kostet 1.500 Kronen", "", "clash 1,600 | 1.500; left 1,600"},
		{"It costs 1,600 crowns", "de", "Es kostet viel", "Das sind 1.600 Kronen", "1,600 = 1.600"},
		{"It costs 40 or 50 crowns", "de", "Es kostet 30 Kronen", "", "left 40; left 50"},
		{"It costs forty crowns", "de", "Es kostet 30 Kronen", "", "clash forty | 30; left forty"},
		{"It costs four crowns", "de", "Es kostet 30 Kronen", "", ""}, // it may be the form of another word
		{"We saw Tobias Wrenfield in Kestria", "ru", "Мы видели в Зундрии Тобиаса", "", "Tobias = Тобиаса; left Wrenfield; left Kestria"},
		{"We saw people of Kestria", "ru", "Мы видели людей из Зундрии", "", "clash Kestria | Зундрии; left Kestria"},
		{"We saw people of Kestria", "de", "Wir sahen Leute aus Sundria", "", "left Kestria"}, // every noun has a capital
		{"We saw people of Germany", "fr", "Nous avons vu des gens de l’Allemagne", "", ""},
		{"In May 2031 it was 12", "fr", "C’était 12 en juin 2031", "", "2031 = 2031; 12 = 12; clash May | juin; left May"},
		{"7 and 7 and 7", "de", "7 und 7", "", "7 = 7; 7 = 7; left 7"},
	} {
		q, p, o := textOf("en", c.quote), textOf(c.lang, c.place), textOf(c.lang, c.around)
		x := Compare(q.Marks(), p.Marks(), o.Marks())
		at := func(t Text, m Mark) string { return t.Document.Read(t.Document.SpanOf(m.Words)) }
		var out []string
		for _, y := range x.Shared {
			source := o
			if c.around == "" {
				source = p
			}
			out = append(out, at(q, y.Quote)+" = "+at(source, y.Source))
		}
		for _, y := range x.Clash {
			out = append(out, "clash "+at(q, y.Quote)+" | "+at(p, y.Source))
		}
		for _, m := range x.Left {
			out = append(out, "left "+at(q, m))
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s, %s:\ngot  %s\nwant %s", c.quote, c.place, got, c.want)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("de", "Es kostet 1.500,75 Mio. am 12.05.2031 um 17:30, 1 500 000", "Лавров 1'500 \xff\x00")
	f.Add("", "1,2,3.4.5 12.12.12 / 2031.13.40", "٢٥ 30亿 00000,")
	f.Fuzz(func(t *testing.T, lang, a, b string) {
		x, y := textOf("en", a), textOf(lang, b)
		marks := x.Marks()
		for _, m := range marks {
			if len(m.as) == 0 || m.Words.Start < 0 || m.Words.Len() <= 0 || m.Words.End > len(x.Document.Words) {
				t.Fatalf("%+v of %d words", m, len(x.Document.Words))
			}
		}
		c := Compare(marks, y.Marks(), nil)
		if again := Compare(x.Marks(), y.Marks(), nil); fmt.Sprint(c) != fmt.Sprint(again) {
			t.Fatalf("got %v and %v", c, again)
		}
	})
}
