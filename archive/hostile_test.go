package archive

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/pack"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// TestPlaces reads a segment whose tail was written to lead out of it, with the right sum.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	files, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 * parts {
		for _, place := range []uint64{1 << 40, 1 << 63, uint64(len(good))} {
			bad := append([]byte(nil), good...)
			tail := bad[len(bad)-tailLen:]
			binary.LittleEndian.PutUint64(tail[8+20*(i/2)+8*(i%2):], place)
			binary.LittleEndian.PutUint32(tail[tailLen-4:], sum(tail[:tailLen-4]))
			if err := os.WriteFile(files[0], bad, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := use(dir); !errors.Is(err, ErrDamaged) {
				t.Errorf("place %d is %d: %v", i, place, err)
			}
		}
	}
}

// TestZeroed: a segment of zeros, as a machine that went down may leave, is damaged and not
// of another version.
func TestZeroed(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	file := filepath.Join(dir, segmentName(1))
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, make([]byte, len(b)), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := use(dir); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
}

// TestPartsInside refuses a manifest that names files outside of its folder.
func TestPartsInside(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"", "../x.segment", "/dev/zero", "a/b.segment", "lock", "1.segment", "00000000.segment", "00000002.segment",
		"00000001.segment\n", "00000001.segment\x00",
	} {
		m.Segments[0].File = file
		if err := writeManifest(dir, m); err != nil {
			t.Fatal(err)
		}
		if err := use(dir); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// writeManifest writes one whose sum is right.
func writeManifest(dir string, m *manifest) error {
	b, err := m.encode()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, manifestName), b, 0o666)
}

// TestSegmentTwice refuses a manifest that names a segment twice before it opens any: one
// of 20,000 lines that are all the same would be read for a minute.
func TestSegmentTwice(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	m.Segments = slices.Repeat(m.Segments, 20_000)
	if err := writeManifest(dir, m); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, m.Segments[0].File)); err != nil {
		t.Fatal(err)
	}
	_, _, err = Parts(dir)
	for _, err := range []error{use(dir), Update(context.Background(), dir, Change{}), err} {
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "manifest.json: 00000001.segment is there twice") {
			t.Error(err)
		}
	}
}

// TestManifestOfWrongNumbers: numbers that no writer puts there, with the right sum.
func TestManifestOfWrongNumbers(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships.", "b", "Bread is dear."))
	const huge = math.MaxInt
	for i, wrong := range []func(*manifest){
		func(m *manifest) { m.Next = -1 },
		func(m *manifest) { m.Next = huge },
		func(m *manifest) { m.Next = 0 }, // the next segment would be written over one that is read
		func(m *manifest) { m.Segments[0].Documents = 1 + huge/placeLen },
		func(m *manifest) { m.Segments[0].Documents = 0 },
		func(m *manifest) { m.Segments[0].Documents = -1 },
		func(m *manifest) { m.Segments[0].Documents = 1 },
		func(m *manifest) { m.Segments[0].Bytes = math.MaxInt64 },
		func(m *manifest) { m.Segments[0].Bytes = -1 },
		func(m *manifest) { m.Segments[0].Text = math.MaxInt64 },
		func(m *manifest) { m.Segments[0].Text = -1 },
		func(m *manifest) { m.Segments[0].Text = 1 }, // so that all of it would be kept in memory
	} {
		m, err := readManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		good := *m
		good.Segments = slices.Clone(m.Segments)
		wrong(m)
		if err := writeManifest(dir, m); err != nil {
			t.Fatal(err)
		}
		err = use(dir)
		if err == nil {
			_, err = checked(dir, "“The pier of Lomm is open to all ships,” she said. “Bread is dear.”")
		}
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%d: %v", i, err)
		}
		if err := writeManifest(dir, &good); err != nil {
			t.Fatal(err)
		}
	}
}

// checked is what an archive says of a report.
func checked(dir, report string) (*provenance.Report, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	c, err := a.Checker(provenance.Options{})
	if err != nil {
		return nil, err
	}
	return c.CheckContext(context.Background(), normalize.Text("r", []byte(report)))
}

// TestLinkInTheWay: an update writes into no file that somebody has put there.
func TestLinkInTheWay(t *testing.T) {
	dir, mine := t.TempDir(), filepath.Join(t.TempDir(), "mine")
	if err := os.WriteFile(mine, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{segmentName(1), manifestName + ".new"} {
		if err := os.Symlink(mine, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	mustUpdate(t, dir, putting("a", "One."))
	if b, err := os.ReadFile(mine); err != nil || string(b) != "mine" {
		t.Errorf("%q, %v", b, err)
	}
	if got := holds(t, mustOpen(t, dir)); got != "a=One." {
		t.Error(got)
	}
}

// TestBomb: a transcript that unpacks to a thousand times its bytes is none, though deflate
// allows for it; a text that is the same again and again is one all the same.
func TestBomb(t *testing.T) {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	bomb := compressed(w, make([]byte, 64<<20))
	u := unpackers.New().(*unpacker)
	if b, err := u.read(bomb); err == nil || len(b) > mostOf(bomb)+1 {
		t.Errorf("%d bytes of %d, %v", len(b), len(bomb), err)
	}
	if testing.Short() {
		t.Skip("a long text takes seconds")
	}
	dir := t.TempDir()
	said := strings.Repeat("The pier of Lomm is open to all ships. ", 300_000)
	mustUpdate(t, dir, putting("a", said))
	if err := mustOpen(t, dir).Verify(); err != nil {
		t.Error(err)
	}
}

// TestHostileTranscripts writes other numbers into the places of transcripts, with the
// right sums: each is damage, or a report is held to it without a panic.
func TestHostileTranscripts(t *testing.T) {
	good := []byte("MR. NAME: The pier of Lomm is open to all ships, “as it was,” the king said.\n\n" +
		"Nobody of 12 towns came.\n\nMS. OTHER: It will not stay so [applause] beyond 2030, and we have" +
		"\u2014as you know\u2014no money left for a new one.\n")
	report := normalize.Text("r", []byte("“The pier of Lomm is open to all ships,” Mr. Name said. "+
		"“It will stay so beyond 2030.” “Nobody came,” Other said."))
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	refused, held, seeds := 0, 0, uint64(200)
	if testing.Short() {
		seeds = 20
	}
	for seed := range seeds {
		rnd := rand.New(rand.NewPCG(seed, 5))
		tr := provenance.Prepare(normalize.Text("a", good), provenance.Options{})
		spoil(rnd, reflect.ValueOf(tr.Document).Elem())
		if seed%3 == 0 {
			spoil(rnd, reflect.ValueOf(&tr.Turns).Elem())
		}
		bad := compressed(w, pack.Append(nil, storedOf(tr)))
		dir := t.TempDir()
		honest := provenance.Prepare(normalize.Text("a", good), provenance.Options{})
		b := segmentOf([]kept{{honest, "", bad}})
		part := Part{segmentName(1), int64(len(b)), 1, int64(len(good))}
		m := &manifest{Version: version, Next: 1, Segments: []Part{part}}
		if err := errors.Join(os.WriteFile(filepath.Join(dir, segmentName(1)), b, 0o666), writeManifest(dir, m)); err != nil {
			t.Fatal(err)
		}
		switch err := checkedLike(dir, report); {
		case errors.Is(err, ErrDamaged):
			refused++
		case err != nil:
			t.Errorf("seed %d: %v", seed, err)
		default:
			held++
		}
	}
	if refused == 0 || held == 0 {
		t.Errorf("%d are refused, %d are not", refused, held)
	}
}

// checkedLike checks a report, and fails where a quote could not be judged.
func checkedLike(dir string, report *text.Document) error {
	a, err := Open(dir)
	if err != nil {
		return err
	}
	defer a.Close()
	c, err := a.Checker(provenance.Options{})
	if err != nil {
		return err
	}
	r, err := c.CheckContext(context.Background(), report)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	return errors.Join(r.Err(), record.EncodeLine(&out, record.NewMaker(r.Transcripts).Line(r)))
}

// spoil changes a number somewhere in a value, and mostly in a list where there is one.
func spoil(rnd *rand.Rand, v reflect.Value) {
	switch {
	case v.CanInt():
		n := v.Int()
		v.SetInt([]int64{-1, 0, 1, n - 1, n + 1, n + 7, 1 << 20, math.MaxInt64, math.MinInt64}[rnd.IntN(9)])
	case v.CanUint():
		v.SetUint([]uint64{0, 1, v.Uint() - 1, v.Uint() + 1, v.Uint() + 7, 1 << 20, 1<<32 - 1}[rnd.IntN(7)])
	case v.Kind() == reflect.Slice && v.Len() > 0:
		spoil(rnd, v.Index(rnd.IntN(v.Len())))
	case v.Kind() == reflect.String && v.CanSet() && rnd.IntN(8) == 0:
		v.SetString(v.String()[:rnd.IntN(v.Len()+1)])
	case v.Kind() == reflect.Struct:
		for range 2 {
			if f := v.Field(rnd.IntN(v.NumField())); f.CanSet() {
				spoil(rnd, f)
			}
		}
	}
}
