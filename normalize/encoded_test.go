package normalize_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
)

// TestEncoded tells of text in an encoding that is not read, and of none that is.
func TestEncoded(t *testing.T) {
	long := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("We will keep the seven lighthouses open. ", 10)))
	var mail strings.Builder
	for len(long) > 76 {
		mail.WriteString(long[:76] + "\r\n")
		long = long[76:]
	}
	for _, c := range []struct{ src, want string }{
		{"=E2=80=9CWe will go,=E2=80=9D she said.", "text in quoted-printable (as in mail) is not read: save it as UTF-8"},
		{"We don=92t sell, and we will=\nkeep them, and it=\n is ours=92.", "text in quoted-printable (as in mail) is not read: save it as UTF-8"},
		{"+IBw-We will go,+IB0 she said. It+IBk-s so.", "text in UTF-7 is not read: save it as UTF-8"},
		{"From: a@b.example\nContent-Transfer-Encoding: base64\n\n" + mail.String(), "text in base64 (as in mail) is not read: save it as UTF-8"},
		{"\x1b$BF|K\\\x1b(B and \x1b$B:#F|\x1b(B", "text in ISO-2022 is not read: save it as UTF-8"},
		{"a=E2=80=9C once", ""},
		{"We call +442079460123 or +1-202-555-0143, +one and C++14-style, 1+1=2 and +AB.", ""},
		{"Take x=80, y=92 and z=93.\nThen a=B2.", ""},
		{strings.Repeat("WEWILLKEEPTHESEVENLIGHTHOUSESOPENWEWILLKEEPTHESEVENLIGHTHOUSESOPEN\n", 9), ""},
		{strings.Repeat("-", 70) + "\n", ""},
	} {
		for name, read := range map[string]func() ([]string, bool){
			"plain": func() ([]string, bool) { d := normalize.Text("a.txt", []byte(c.src)); return d.Warnings, d.Partial },
			"page": func() ([]string, bool) {
				d, err := formats.Read("a.html", []byte("<html><body><p>"+c.src+"</p></body></html>"))
				if err != nil {
					t.Fatal(err)
				}
				return d.Warnings, d.Partial
			},
		} {
			if name == "page" && strings.Contains(c.src, "\n") {
				continue // its lines are not those of the file
			}
			warnings, partial := read()
			want := c.want
			if name == "plain" && strings.Contains(want, "quoted-printable") {
				want = "" // which is read
			}
			if got := strings.Join(warnings, "; "); got != want || partial != (want != "") {
				t.Errorf("%s, %.60q: %q, partial %t", name, c.src, got, partial)
			}
		}
	}
}

// TestUntoldEncoding tells of text whose encoding nothing tells and that is read as letters
// of Western Europe, and of none that is written with these.
func TestUntoldEncoding(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      bool
	}{
		{"EUC-KR", "\xc1\xa4\xba\xce\xb4\xc2 \xbf\xc3\xc7\xd8 \xbe\xc8\xbf\xa1 \xc7\xd7\xb1\xb8\xb8\xa6 \xb4\xd9\xbd\xc3 \xbf\xad\xb0\xda\xb4\xd9\xb0\xed \xb9\xe0\xc7\xfb\xb4\xd9. \xbd\xc3\xc0\xe5\xc0\xba \xb0\xf8\xbb\xe7\xb0\xa1 \xba\xbd\xb1\xee\xc1\xf6 \xb3\xa1\xb3\xaf \xb0\xcd\xc0\xcc\xb6\xf3\xb0\xed \xb8\xbb\xc7\xdf\xb4\xd9.", true},
		{"GBK", "\xd5\xfe\xb8\xae\xb1\xed\xca\xbe\xbd\xf1\xc4\xea\xbd\xab\xd6\xd8\xd0\xc2\xbf\xaa\xb7\xc5\xb8\xdb\xbf\xda\xa1\xa3\xca\xd0\xb3\xa4\xcb\xb5\xb9\xa4\xb3\xcc\xbd\xab\xd4\xda\xb4\xba\xcc\xec\xd6\xae\xc7\xb0\xcd\xea\xb3\xc9\xa3\xac\xb7\xd1\xd3\xc3\xd3\xc9\xb9\xfa\xbc\xd2\xb3\xd0\xb5\xa3\xa1\xa3", true},
		{"Big5", "\xacF\xa9\xb2\xaa\xed\xa5\xdc\xa4\xb5\xa6~\xb1N\xad\xab\xb7s\xb6}\xa9\xf1\xb4\xe4\xa4f\xa1C\xa5\xab\xaa\xf8\xbb\xa1\xa4u\xb5{\xb1N\xa6b\xacK\xa4\xd1\xa4\xa7\xabe\xa7\xb9\xa6\xa8\xa1A\xb6O\xa5\xce\xa5\xd1\xb0\xea\xaea\xa9\xd3\xbe\xe1\xa1C\xa5L\xa4F\xb8\xd1\xa9~\xa5\xc1\xaa\xba\xbe\xe1\xbc~\xa1C", true},
		{"Shift-JIS", "\x90\xad\x95{\x82\xcd\x8d\xa1\x94N\x92\x86\x82\xc9\x8d`\x82\xf0\x8d\xc4\x8aJ\x82\xb7\x82\xe9\x82\xc6\x94\xad\x95\x5c\x82\xb5\x82\xbd\x81B\x8es\x92\xb7\x82\xcd\x8dH\x8e\x96\x82\xcd\x8ft\x82\xdc\x82\xc5\x82\xc9\x8fI\x82\xed\x82\xe9\x82\xc6\x8fq\x82\xd7\x82\xbd\x81B", true},
		{"EUC-JP", "\xc0\xaf\xc9\xdc\xa4\xcf\xba\xa3\xc7\xaf\xc3\xe6\xa4\xcb\xb9\xc1\xa4\xf2\xba\xc6\xb3\xab\xa4\xb9\xa4\xeb\xa4\xc8\xc8\xaf\xc9\xbd\xa4\xb7\xa4\xbf\xa1\xa3\xbb\xd4\xc4\xb9\xa4\xcf\xb9\xa9\xbb\xf6\xa4\xcf\xbd\xd5\xa4\xde\xa4\xc7\xa4\xcb\xbd\xaa\xa4\xef\xa4\xeb\xa4\xc8\xbd\xd2\xa4\xd9\xa4\xbf\xa1\xa3", true},
		{"UTF-8", "政府表示今年将重新开放港口。市长说工程将在春天之前完成，费用由国家承担。", false},
		{"Icelandic", "Það er mjög mikilvægt að við höldum höfninni opinni í vetur, sagði bæjarstjórinn í ræðu í gær.", false},
		{"Windows-1252", "\xc9t\xe9 comme hiver, le pr\xe9sident a r\xe9p\xe9t\xe9 qu\x92il \xe9tait tr\xe8s \xe9tonn\xe9, \xe0 No\xebl d\xe9j\xe0, a-t-il d\xe9clar\xe9 \xe0 la t\xe9l\xe9vision.", false},
		{"Windows-1251", "\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xef\xee\xf0\xf2 \xee\xf2\xea\xf0\xee\xe5\xf2\xf1\xff", false},
		{"a few", "éééééé", false},
	} {
		d := normalize.Text("a.txt", []byte(strings.Repeat(c.src, 2)))
		want := "text in an encoding that it does not tell is not read: save it as UTF-8"
		if got := slices.Contains(d.Warnings, want); got != c.want || d.Partial != c.want {
			t.Errorf("%s: %q, in part %v; %q", c.name, d.Warnings, d.Partial, d.Text)
		}
	}
}
