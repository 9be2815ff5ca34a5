package formats

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// TestLimits reads a DOCX within its limit and beyond it, by its bytes and from a
// file system.
func TestLimits(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
		`<w:p><w:r><w:t>We will keep the seven lighthouses.</w:t></w:r></w:p></w:body></w:document>`))
	z.Close()
	fsys := fstest.MapFS{"a.docx": &fstest.MapFile{Data: b.Bytes()}}
	for _, c := range []struct {
		limits Limits
		want   string
	}{
		{Limits{}, ""},
		{Limits{Unpacked: 1 << 20}, ""},
		{Limits{Unpacked: 50}, "a.docx: the DOCX is not read: word/document.xml: it unpacks to more than 50 bytes"},
	} {
		_, err := c.limits.Read("a.docx", b.Bytes())
		_, same := c.limits.ReadFS(fsys, "a.docx")
		for _, err := range []error{err, same} {
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
				t.Errorf("%+v: got %v, want %s", c.limits, err, c.want)
			}
		}
	}
}
