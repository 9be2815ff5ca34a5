package pdf

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

func TestNamed(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "eacute": "é", "f_f_i": "ffi", "a.sc": "a", "uni20AC": "€", "uni00660069": "fi", "u1F600": "😀",
		"Euro": "€", "afii10017": "А", "g12": "", "": "", "uni20A": "", ".notdef": "", "quoteright": "’",
	} {
		if got := named(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// TestStandard looks at codes of the standard encoding here and there, so that
// none is out of step.
func TestStandard(t *testing.T) {
	e := standard()
	for code, want := range map[int]string{
		'A': "A", '\'': "’", '`': "‘", 0xA1: "¡", 0xAA: "“", 0xAE: "ﬁ", 0xAF: "ﬂ", 0xB0: "", 0xB1: "–", 0xB4: "·", 0xB6: "¶",
		0xBA: "”", 0xBC: "…", 0xBF: "¿", 0xC1: "`", 0xC8: "¨", 0xCA: "˚", 0xCF: "ˇ", 0xD0: "—", 0xD1: "", 0xE1: "Æ", 0xE3: "ª",
		0xE8: "Ł", 0xEA: "Œ", 0xEB: "º", 0xF1: "æ", 0xF5: "ı", 0xF8: "ł", 0xFA: "œ", 0xFB: "ß", 0xFC: "",
	} {
		if e[code] != want {
			t.Errorf("%#x is %q, want %q", code, e[code], want)
		}
	}
}

func TestCMap(t *testing.T) {
	m := readCMap([]byte("1 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange "+
		"2 beginbfchar <41> <0062> <8001> <D83DDE00> endbfchar "+
		"3 beginbfrange <8010> <8012> <0061> <8020> <8021> [<0031> <00320033>] <9000> <8000> <0041> endbfrange"),
		pdffile.NewBudget(0))
	for code, want := range map[uint32]string{0x41: "b", 0x8001: "😀", 0x8012: "c", 0x8013: "", 0x8021: "23",
		0x8022: "", 0x9000: ""} {
		if got, _ := m.lookup(code); got != want {
			t.Errorf("%#x is %q, want %q", code, got, want)
		}
	}
	for s, want := range map[string]int{"A": 1, "\x80\x01": 2, "\x80": 1} {
		if _, n := m.next(s); n != want {
			t.Errorf("%q begins with a code of %d bytes, want %d", s, n, want)
		}
	}
}
