package normalize_test

import (
	"errors"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestQuotedPrintable reads mail as it went: what it means, with each word where it stands.
func TestQuotedPrintable(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"Ada =E2=80=9Cwill=E2=80=9D st=\nay, she said.", "Ada “will” stay, she said."},
		{"Ada =E2=80=\r\n=9Cwill=E2=80=\r\n=9D go.", "Ada “will” go."},
		{"Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nWe will st=\nay =3D here=20\nnow.",
			"Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nWe will stay = here \nnow."},
		{"Ada =93will=94 st=\nay, she =\nsaid.", "Ada “will” stay, she said."},
		{"See https://a.example/?q=E2=80=9C&lang=en and ?q=C3=A9&lang=fr.",
			"See https://a.example/?q=E2=80=9C&lang=en and ?q=C3=A9&lang=fr."},
		{"We say a=b and x=20 and 2=\n3.", "We say a=b and x=20 and 2=\n3."},
	} {
		d := normalize.Text("t", []byte(c.src))
		if d.Text != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.src, d.Text, c.want)
		}
		for i, w := range d.Words {
			if f := d.File(w.Span()); c.src[f.Start] == '=' != (text.Whole(d.Word(i))[0] >= 0x80) {
				t.Errorf("%q: word %q is %q in the file", c.src, d.Word(i), c.src[f.Start:f.End])
			}
		}
	}
	for _, kind := range []string{"related", "alternative"} {
		mail := "From: <Ada>\nMIME-Version: 1.0\nContent-Type: multipart/" + kind + ";\n\tboundary=x\n\n" +
			"--x\nContent-Type: text/html\n\n<html><p>We will.</p>"
		if _, err := normalize.Read("a.eml", []byte(mail)); !errors.Is(err, normalize.ErrFormat) {
			t.Errorf("mail of parts: %v", err)
		}
	}
}
