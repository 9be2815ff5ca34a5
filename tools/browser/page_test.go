package browser

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/quoteprov/quoteprov"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/text"
)

var picture = flag.Bool("update", false, "write the picture of the README anew")

// example is the record of the bundled example.
func example(t *testing.T) record.Record {
	t.Helper()
	read := func(dir string) (out []*text.Document) {
		entries, err := fs.ReadDir(quoteprov.Example, dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".meta.json") {
				continue
			}
			d, err := formats.ReadFS(quoteprov.Example, dir+"/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, d)
		}
		return out
	}
	c := provenance.New(read("testdata/speeches"), provenance.Options{})
	var reports []*provenance.Report
	for _, d := range read("testdata/reports") {
		reports = append(reports, c.Check(d))
	}
	return record.New(reports...)
}

// many is the record of a report with a thousand quotes.
func many() record.Record {
	var report, speech strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&speech, "We will keep harbour number %d open through the winter and the spring.\n\n", i+2)
		fmt.Fprintf(&report, "“We will keep harbour number %d open through the winter and the spring,” she said.\n\n", i+2+i%10/9)
	}
	return record.New(provenance.Check(
		normalize.Text("report.txt", []byte(report.String())), normalize.Text("speech.txt", []byte(speech.String()))))
}

// A browser shows one page.
type browser struct {
	t   *testing.T
	ctx context.Context
	bad []string // what the page asked for or complained of

	asked []string // all that it asked for
}

// open shows the page of a record.
func open(t *testing.T, r record.Record, width, height int64) *browser {
	t.Helper()
	var page bytes.Buffer
	if err := render.Write(&page, "html", r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return show(t, "file://"+file, width, height)
}

// show opens an address, beside and below which alone the page may ask for anything.
func show(t *testing.T, address string, width, height int64) *browser {
	t.Helper()
	exe := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && exe == "" {
			exe = path
		}
	}
	if exe == "" && os.Getenv("BROWSER") == "required" {
		t.Fatal("no Chromium on the path")
	} else if exe == "" {
		t.Skip("no Chromium on the path")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(exe), chromedp.NoSandbox,
		chromedp.WSURLReadTimeout(2*time.Minute),
		// The frame of a result stays in the page's process, where it is asked.
		chromedp.Flag("disable-features", "IsolateSandboxedIframes"))
	alloc, stop := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(alloc)
	t.Cleanup(end)
	b := &browser{t: t, ctx: ctx}
	chromedp.ListenTarget(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			if url := ev.Request.URL; !strings.HasPrefix(url, address) && !strings.HasPrefix(url, "blob:") && !strings.HasPrefix(url, "data:,") {
				b.bad = append(b.bad, "asked for "+url)
			}
			b.asked = append(b.asked, ev.Request.URL)
		case *cdpruntime.EventExceptionThrown:
			b.bad = append(b.bad, ev.ExceptionDetails.Error())
		}
	})
	b.do(network.Enable(), chromedp.EmulateViewport(width, height), chromedp.Navigate(address))
	t.Cleanup(func() {
		for _, s := range b.bad {
			t.Error(s)
		}
	})
	return b
}

func (b *browser) do(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// ask is what an expression of the page is.
func ask[T any](b *browser, js string) (out T) {
	b.t.Helper()
	b.do(chromedp.Evaluate(js, &out))
	return out
}

const visible = `[...document.querySelectorAll(".card")].filter(c => c.offsetParent).map(c => c.id)`

func inView(id string) string {
	return fmt.Sprintf(`(() => { const r = document.getElementById(%q).getBoundingClientRect();
		return r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth })()`, id)
}

func TestPage(t *testing.T) {
	r := example(t)
	b := open(t, r, 1280, 800)
	quotes := 0
	altered := ""
	for _, x := range r.Reports {
		for _, q := range x.Quotes {
			if q.Verdict == "altered" {
				altered = fmt.Sprint(quotes) // the last one, far down
			}
			quotes++
		}
	}
	if got := ask[[]string](b, visible); len(got) != quotes {
		t.Errorf("%d cards of %d quotes are to be seen", len(got), quotes)
	}

	// A source is shown beside its quote.
	b.do(chromedp.Click("#c"+altered+" .src", chromedp.ByQuery), chromedp.Sleep(300*time.Millisecond))
	if !ask[bool](b, inView("s"+altered)) || !ask[bool](b, inView("c"+altered)) {
		t.Errorf("the source of quote %s is not beside it", altered)
	}

	// Filters, by keyboard too.
	b.do(chromedp.Click("#f-altered", chromedp.ByQuery))
	if n := ask[int](b, `[...document.querySelectorAll(".card.v-altered")].filter(c => c.offsetParent).length`); n > 0 {
		t.Errorf("%d quotes that differ are shown", n)
	}
	b.do(chromedp.Focus("#f-altered", chromedp.ByQuery), chromedp.KeyEvent(" "))
	if got := ask[[]string](b, visible); len(got) != quotes {
		t.Errorf("%d cards of %d quotes are to be seen again", len(got), quotes)
	}

	// Keys.
	b.do(chromedp.Navigate(ask[string](b, "location.href.split('#')[0]")))
	for _, x := range []struct{ key, at string }{{"j", "c0"}, {"j", "c1"}, {"k", "c0"}} {
		b.do(chromedp.KeyEvent(x.key))
		if got := ask[string](b, "document.activeElement.id"); got != x.at {
			t.Errorf("after %s at %q, want %s", x.key, got, x.at)
		}
	}

	// Everything to click has a name that is read out, and every part its heading.
	if n := ask[int](b, `[...document.querySelectorAll("input, a, button")].filter(e => !(e.labels?.[0] ?? e).textContent.trim()).length`); n > 0 {
		t.Errorf("%d controls without a name", n)
	}
	if n := ask[int](b, `document.querySelectorAll("main, h1").length`); n != 2 {
		t.Errorf("%d landmarks", n)
	}
}

// TestPhone needs no scrolling to the side.
func TestPhone(t *testing.T) {
	b := open(t, example(t), 360, 640)
	if w := ask[int](b, "document.documentElement.scrollWidth"); w > 360 {
		t.Errorf("%d pixels wide", w)
	}
}

// contrast is the ratio of the WCAG between text and what is behind it.
const contrast = `(() => {
	const rgb = s => s.match(/[\d.]+/g).slice(0, 3).map(Number);
	const lum = s => rgb(s).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((n, v, i) => n + v * [.2126, .7152, .0722][i], 0);
	const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$/.test(c)) return c } };
	return Math.min(...[...document.querySelectorAll("p, dd, dt, li, .badge, mark, label b, a, h4")].map(e => {
		const [a, b] = [lum(getComputedStyle(e).color), lum(behind(e))].sort((x, y) => y - x);
		return (a + .05) / (b + .05);
	}));
})()`

// TestContrast holds all text to the ratio of 4.5, in the light and in the dark.
func TestContrast(t *testing.T) {
	b := open(t, example(t), 1280, 800)
	for _, scheme := range []string{"light", "dark"} {
		b.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
		if got := ask[float64](b, contrast); got < 4.5 {
			t.Errorf("%s: a contrast of %.1f", scheme, got)
		}
	}
}

// TestPaper prints no controls.
func TestPaper(t *testing.T) {
	b := open(t, example(t), 1280, 800)
	b.do(emulation.SetEmulatedMedia().WithMedia("print"))
	if got := ask[string](b, `getComputedStyle(document.querySelector("fieldset")).display`); got != "none" {
		t.Errorf("the filters are printed: %s", got)
	}
}

// TestThousand goes through a report with a thousand quotes.
func TestThousand(t *testing.T) {
	b := open(t, many(), 1280, 800)
	b.do(chromedp.Click("#f-verbatim", chromedp.ByQuery))
	if n := len(ask[[]string](b, visible)); n == 0 || n > 200 {
		t.Errorf("%d quotes that differ", n)
	}
	for range 3 {
		b.do(chromedp.KeyEvent("j"))
	}
	if !ask[bool](b, `document.activeElement.matches(".card.v-altered")`) {
		t.Error("the key goes to no quote that differs")
	}
}

// TestPicture writes the README's picture with -update.
func TestPicture(t *testing.T) {
	if !*picture {
		t.Skip("only with -update")
	}
	b := open(t, example(t), 1200, 760)
	var png []byte
	b.do(chromedp.KeyEvent("j"), chromedp.Sleep(300*time.Millisecond), chromedp.CaptureScreenshot(&png))
	if err := os.WriteFile("../../docs/page.png", png, 0o666); err != nil {
		t.Fatal(err)
	}
}
