package html

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/quoteprov/quoteprov/text"
)

// TestCharsets writes a page in each charset, reads it, and decodes the bytes
// that each character is tied to by themselves.
func TestCharsets(t *testing.T) {
	for _, c := range []struct{ charset, said string }{
		{"gb2312", "大坝会守住，伦德说。"},
		{"GBK", "大壩會守住，倫德說。"},
		{"gb18030", "大坝𠀀会守住。"},
		{"Big5", "大壩會守住，倫德說。"},
		{"Shift_JIS", "ダムは持ちこたえる、とルンド氏は言った。ｱ"},
		{"x-sjis", "ダムは持ちこたえる。"},
		{"EUC-JP", "ダムは持ちこたえる、とルンド氏は言った。"},
		{"EUC-KR", "댐은 견딜 것이라고 룬드는 말했다."},
		{"ks_c_5601-1987", "댐은 견딜 것이다."},
		{"KOI8-R", "Плотина выдержит, сказала Лунд."},
		{"iso-8859-2", "Hráz vydrží, řekla Lundová, żółć."},
		{"iso-8859-5", "Плотина выдержит."},
		{"windows-1256", "السد سيصمد"},
		{"windows-874", "เขื่อนจะอยู่"},
	} {
		e, err := htmlindex.Get(c.charset)
		if err != nil {
			t.Fatal(err)
		}
		src, err := e.NewEncoder().String(`<!doctype html><html><head><meta charset="` + c.charset +
			`"></head><body><p>` + c.said + "</p></body></html>")
		if err != nil {
			t.Fatal(c.charset, err)
		}
		p := read(t, src)
		if got := texts(p); got != c.said {
			t.Errorf("%s: %q, want %q", c.charset, got, c.said)
			continue
		}
		for i, r := range p.Text {
			f := p.Map.File(text.Span{Start: i, End: i + utf8.RuneLen(r)})
			if got, err := e.NewDecoder().String(src[f.Start:f.End]); err != nil || got != string(r) {
				t.Errorf("%s: %q at %v is %q in the file", c.charset, r, f, got)
			}
		}
	}
}

// TestShiftingCharset: ISO-2022-JP says in escapes what the bytes that follow mean.
func TestShiftingCharset(t *testing.T) {
	e, _ := htmlindex.Get("iso-2022-jp")
	src, err := e.NewEncoder().String(`<meta charset=iso-2022-jp><p>Lund: ダムは持つ。</p>`)
	if err != nil {
		t.Fatal(err)
	}
	p := read(t, src)
	if got := texts(p); got != "Lund: ダムは持つ。" {
		t.Errorf("%q", got)
	}
	i := strings.Index(p.Text, "ム")
	if f := p.Map.File(text.Span{Start: i, End: i + len("ム")}); src[f.Start:f.End] != "%`" {
		t.Errorf("ム is %q in the file", src[f.Start:f.End])
	}
}

// TestCharsetDoubtful: bytes go before a declaration, and before a name that
// nobody knows.
func TestCharsetDoubtful(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"UTF-8 called GBK", "<meta charset=gbk><p>大坝会守住", "大坝会守住"},
		{"UTF-8 called GBK, cut", "<meta charset=gbk><p>大坝会守住\xe5", "大坝会守住\uFFFD"},
		{"an unknown name", "<meta charset=x-varland><p>caf\xe9", "café"},
		{"UTF-16 called so in bytes", "<meta charset=utf-16><p>caf\xe9", "café"},
		{"a character cut off", "<meta charset=big5><p>\xa4\xa4\xa4", "中\uFFFD"},
	} {
		if got := texts(read(t, c.src)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzCharset(f *testing.F) {
	f.Add("gbk", "<p>\x81\x30\x81\x30 \xff\xfe\xa4</p>")
	f.Add("iso-2022-jp", "<p>\x1b$B%`\x1b(Bx\x1b</p>")
	f.Add("big5", "\x88\x62<p>\x88")
	f.Fuzz(func(t *testing.T, charset, body string) {
		src := "<meta charset=" + charset + ">" + body
		p, err := Read("page.html", []byte(src))
		if err != nil || p == nil {
			t.Fatal(err)
		}
		last := 0
		for i, r := range p.Text {
			s := p.Map.File(text.Span{Start: i, End: i + utf8.RuneLen(r)})
			if s.Start < 0 || s.End > len(src) || s.Start > s.End || s.End < last {
				t.Fatalf("%q at %v after %d in %d bytes", r, s, last, len(src))
			}
			last = s.End
		}
	})
}
