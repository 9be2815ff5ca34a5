package normalize_test

import (
	"encoding/base64"
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
			if got := strings.Join(warnings, "; "); got != c.want || partial != (c.want != "") {
				t.Errorf("%s, %.60q: %q, partial %t", name, c.src, got, partial)
			}
		}
	}
}
