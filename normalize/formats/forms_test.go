package formats_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/normalize/formats"
)

// formAtoms are what recordings and mails are written down with; # counts up.
var formAtoms = []string{
	"0:01", "0:1#", "00:00:1#,000 --> 00:00:1#,500", "[00:1#.000 --> 00:1#.500]", "#", "\n", "\n", "\n\n", "\r\n", " ",
	"Ada Lund: ", "[SPEAKER_00]: ", "Tom Oke: ", "we build the bridge ", "and we wait. ", "Griﬃn ", "𝐀𝐝𝐚 ", "\u00ad",
	"=E2=80=9C", "=\n", "=\r\n", "=93", "=3D", "1 minute, 3 seconds", "# seconds", "align:start position:0%",
	"<v Ada Lund>", "</v>", "<i>", "“", "”", "(APPLAUSE)", "[laughter]", "\u2028", "\xff", "<p>", "<br>", "{\\an8}", "\x00",
	"Subject: x\nContent-Transfer-Encoding: quoted-printable\n\n", "WEBVTT\n\n", "0:00:01.000,0:00:02.000\n", "ＡＢ", "\f",
	"cue-#\n", "start,end,speaker,text\n", "#.0,#.5,Ada,\"b \"\"c\"\"\"\n", "#.0,#.5,Ada,d\n", "start\tend\ttext\n", "\"",
}

// TestForms holds the laws of a document on files in which a form of a few of those is
// repeated, with something else among it now and then.
func TestForms(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 5))
	for range 1500 {
		form := make([]string, 1+r.IntN(7))
		for i := range form {
			form[i] = formAtoms[r.IntN(len(formAtoms))]
		}
		var b strings.Builder
		for k := range 1 + r.IntN(16) {
			for _, atom := range form {
				b.WriteString(strings.ReplaceAll(atom, "#", strconv.Itoa(k)))
				if r.IntN(20) == 0 {
					b.WriteString(formAtoms[r.IntN(len(formAtoms))])
				}
			}
			b.WriteString(strings.Repeat("\n", r.IntN(2)))
		}
		src := b.String()
		tell := func(format string, args ...any) { t.Errorf("%q: "+format, append([]any{src}, args...)...) }
		if d, err := formats.Read("x.txt", []byte(src)); err == nil {
			laws.Document(tell, d)
		}
	}
}
