package browser

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/web/desk"
)

// A door is the page with one of its two engines.
type door struct {
	*browser
	saved string // where downloads go
}

// static is the page as files, behind a file server that knows nothing of it.
func static(t *testing.T) (address string, leave func()) {
	t.Helper()
	dir := t.TempDir()
	if out, err := command("run", "./web", "-o", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(s.Close)
	return s.URL + "/", s.Close
}

func command(args ...string) *exec.Cmd {
	c := exec.Command("go", args...)
	c.Dir = "../.."
	return c
}

// checker is the command, built once.
func checker(t *testing.T) string {
	t.Helper()
	built.Do(func() {
		built.exe = filepath.Join(os.TempDir(), fmt.Sprintf("checker-%d", os.Getpid()))
		if out, err := command("build", "-o", built.exe, "./examples/checker").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	})
	return built.exe
}

var built struct {
	sync.Once
	exe string
}

func TestMain(m *testing.M) {
	status := m.Run()
	os.Remove(built.exe)
	os.Exit(status)
}

// serving is the page with the command behind it.
func serving(t *testing.T, args ...string) string {
	t.Helper()
	c := exec.Command(checker(t), append([]string{"serve", "-addr", "127.0.0.1:0"}, args...)...)
	told, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Signal(os.Interrupt)
		c.Wait()
	})
	line, err := bufio.NewReader(told).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(line, "http://")
	host, _, _ := strings.Cut(rest, "/")
	return "http://" + host + "/"
}

func enter(t *testing.T, address string) *door {
	d := &door{show(t, address, 1280, 800), t.TempDir()}
	d.do(cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(d.saved))
	d.until("the page is ready", `!document.getElementById("check").disabled`)
	return d
}

// until waits for an expression of the page to become true.
func (d *door) until(what, js string) {
	d.t.Helper()
	for end := time.Now().Add(4 * time.Minute); !ask[bool](d.browser, js); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			d.t.Fatalf("never: %s; the page says %q", what, ask[string](d.browser, said))
		}
	}
}

const said = `document.getElementById("state").textContent + document.getElementById("error").textContent`

// paste puts text where it is pasted.
func (d *door) paste(side, text string) {
	d.t.Helper()
	d.do(chromedp.Focus("#"+side+"-text", chromedp.ByQuery), input.InsertText(text))
}

// drop drops a file from outside on one of the two sides.
func (d *door) drop(side string, files ...string) {
	d.t.Helper()
	d.do(chromedp.ScrollIntoView("#"+side, chromedp.ByQuery))
	at := ask[[]float64](d.browser, fmt.Sprintf(
		`(r => [r.x + r.width / 2, r.y + r.height / 3])(document.getElementById(%q).getBoundingClientRect())`, side))
	for _, kind := range []input.DispatchDragEventType{input.DragEnter, input.DragOver, input.Drop} {
		d.do(input.DispatchDragEvent(kind, at[0], at[1],
			&input.DragData{Items: []*input.DragDataItem{}, Files: files, DragOperationsMask: 1}))
	}
	d.until("the file is listed", fmt.Sprintf(`document.querySelectorAll("#%s li button").length >= %d`, side, len(files)))
}

// check presses the button, waits for the result, and is the frame that it stands in.
func (d *door) check() *frame {
	d.t.Helper()
	d.do(chromedp.Evaluate(`document.querySelector("iframe")?.remove()`, nil),
		chromedp.Click("#check", chromedp.ByQuery))
	return d.result()
}

func (d *door) result() *frame {
	d.t.Helper()
	d.until("the result is shown", `document.activeElement.tagName === "IFRAME" && document.getElementById("stop").hidden`)
	f := &frame{door: d}
	d.do(chromedp.ActionFunc(f.find))
	return f
}

// clear empties the page.
func (d *door) clear() {
	d.t.Helper()
	d.do(chromedp.Click("#clear", chromedp.ByQuery))
}

// save saves the answer in a format, and is what was saved.
func (d *door) save(f desk.Format) []byte {
	d.t.Helper()
	name := filepath.Join(d.saved, f.File)
	d.do(chromedp.SetValue("#format", f.Name, chromedp.ByQuery), chromedp.Click("#save", chromedp.ByQuery))
	for end := time.Now().Add(4 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		src, err := os.ReadFile(name)
		underWay, _ := filepath.Glob(filepath.Join(d.saved, "*.crdownload"))
		if len(src) > 0 && len(underWay) == 0 { // the browser makes an empty file first
			os.Remove(name)
			return src
		}
		if time.Now().After(end) {
			d.t.Fatalf("%v; the page says %q", err, ask[string](d.browser, said))
		}
	}
}

// A frame is that of the result. The page cannot look into it, but the test can.
type frame struct {
	*door
	world cdpruntime.ExecutionContextID
}

func (f *frame) find(ctx context.Context) error {
	tree, err := page.GetFrameTree().Do(ctx)
	if err != nil {
		return err
	}
	if len(tree.ChildFrames) != 1 {
		return fmt.Errorf("%d frames", len(tree.ChildFrames))
	}
	f.world, err = page.CreateIsolatedWorld(cdp.FrameID(tree.ChildFrames[0].Frame.ID)).Do(ctx)
	return err
}

// in is what an expression of the frame is.
func in[T any](f *frame, js string) (out T) {
	f.t.Helper()
	f.do(chromedp.ActionFunc(func(ctx context.Context) error {
		got, exc, err := cdpruntime.Evaluate(js).WithContextID(f.world).WithReturnByValue(true).Do(ctx)
		switch {
		case err != nil:
			return err
		case exc != nil:
			return exc
		}
		return json.Unmarshal(got.Value, &out)
	}))
	return out
}

// verdicts are the badges of the cards.
func (f *frame) verdicts() []string {
	return in[[]string](f, `[...document.querySelectorAll(".card .badge")].map(b => b.textContent)`)
}

const (
	speechText = "Remarks by Minister Mira Dolan in Sundhaven\n\nWe will not close the seven lighthouses this winter. " +
		"The harbour needs them, and so do the boats that come home late.\n"
	reportText = "“We will close the seven lighthouses this winter,” Minister Mira Dolan said.\n\n" +
		"“The harbour needs them, and so do the boats that come home late,” she added.\n"
)

// TestBrowserDoor is the page with its engine in the browser.
func TestBrowserDoor(t *testing.T) {
	address, leave := static(t)
	d := enter(t, address)
	atReady := len(d.asked)
	everything(t, d)
	for _, url := range d.asked[atReady:] {
		if !strings.HasPrefix(url, "blob:") {
			t.Errorf("asked for %s once it was open", url)
		}
	}
	t.Run("charsets", d.charsets)
	t.Run("nothing is sent", func(t *testing.T) { d.closed(t, leave) })
}

// closed cannot ask even where it came from for anything, and opens without it.
func (d *door) closed(t *testing.T, leave func()) {
	d.t = t
	var got string
	d.do(chromedp.Evaluate(`fetch("style.css").then(() => "sent", () => "refused")`, &got, awaited))
	if got != "refused" {
		t.Error("the page can still ask its server:", got)
	}
	d.do(chromedp.Evaluate(`navigator.serviceWorker.ready.then(() => "kept")`, &got, awaited),
		chromedp.ActionFunc(func(context.Context) error { leave(); return nil }), chromedp.Reload())
	d.until("the page opens without a network", `!document.getElementById("check").disabled`)
}

func awaited(p *cdpruntime.EvaluateParams) *cdpruntime.EvaluateParams {
	return p.WithAwaitPromise(true)
}

// charsets reads pages by the tables of the browser as the command does by its own.
func (d *door) charsets(t *testing.T) {
	d.t = t
	d.clear()
	dir := t.TempDir()
	put := func(name, src string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	args := []string{"-format", "json", "-against", "speech.txt"}
	var paths []string
	for _, c := range []struct{ charset, open, shut string }{
		{"big5", "\xa1\xa7", "\xa1\xa8"},
		{"euc-kr", "\xa1\xb0", "\xa1\xb1"},
		{"gb18030", "\xa1\xb0", "\xa1\xb1"},
		{"gbk", "\xa1\xb0", "\xa1\xb1"},
		{"iso-2022-jp", "\x1b$B!H\x1b(B", "\x1b$B!I\x1b(B"},
		{"nonsense", "\x93", "\x94"},
		{"shift_jis", "\x81\x67", "\x81\x68"},
		{"windows-1251", "\x93", "\x94"},
	} {
		paths = append(paths, put(c.charset+".html", "<meta charset="+c.charset+"><p>"+c.open+
			"We will close the seven lighthouses this winter,"+c.shut+" Minister Mira Dolan said.</p>"))
		args = append(args, c.charset+".html")
	}
	d.drop("report", paths...)
	d.drop("transcript", put("speech.txt", speechText))
	if got := d.check().verdicts(); len(got) != len(paths) {
		t.Errorf("%d verdicts of %d pages", len(got), len(paths))
	}
	c := exec.Command(checker(t), args...)
	c.Dir = dir
	want, err := c.Output()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		t.Fatal(err)
	}
	if got := d.save(desk.Format{Name: "json", File: "quotes.json"}); !bytes.Equal(got, want) {
		t.Errorf("the page saves\n%s\nthe command prints\n%s", got, want)
	}
}

// TestServerDoor is the page with the command behind it, which has a folder of
// transcripts.
func TestServerDoor(t *testing.T) {
	everything(t, enter(t, serving(t)))
	t.Run("folder", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "speech.txt"), []byte(speechText), 0o666); err != nil {
			t.Fatal(err)
		}
		d := enter(t, serving(t, "-against", dir))
		d.paste("report", reportText)
		f := d.check()
		if got, want := f.verdicts(), []string{"differs from this transcript", "verbatim"}; !slices.Equal(got, want) {
			t.Errorf("verdicts %q, want %q", got, want)
		}
	})
}

// everything goes through what can be done with a page, whatever its engine.
func everything(t *testing.T, d *door) {
	t.Run("example", d.example)
	t.Run("paste", d.pasted)
	t.Run("drop", d.dropped)
	t.Run("wrong file", d.wrong)
	t.Run("markup", d.markup)
	t.Run("large", d.large)
	t.Run("looks", d.looks)
}

func (d *door) example(t *testing.T) {
	d.t = t
	d.do(chromedp.Click("#example", chromedp.ByQuery))
	f := d.check()
	r := example(t)
	quotes := 0
	for _, x := range r.Reports {
		quotes += len(x.Quotes)
	}
	if got := f.verdicts(); len(got) != quotes {
		t.Errorf("%d verdicts of %d quotes", len(got), quotes)
	}
	exe := checker(t)
	for _, format := range desk.Formats() {
		out, err := exec.Command(exe, "-format", format.Name).Output()
		if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
			t.Fatal(err)
		}
		if got := d.save(format); !bytes.Equal(got, out) {
			t.Errorf("%s: the page saves %d bytes, the command prints %d", format.Name, len(got), len(out))
		}
	}
}

func (d *door) pasted(t *testing.T) {
	d.t = t
	d.clear()
	d.paste("transcript", speechText)
	d.paste("report", reportText)
	d.do(chromedp.Evaluate(`document.querySelector("iframe")?.remove()`, nil))
	d.do(chromedp.KeyEvent("\r", chromedp.KeyModifiers(input.ModifierCtrl)))
	f := d.result()
	if got, want := f.verdicts(), []string{"differs from this transcript", "verbatim"}; !slices.Equal(got, want) {
		t.Errorf("verdicts %q, want %q", got, want)
	}

	// Keys go to the result as soon as it is there.
	for _, x := range []struct{ key, at string }{{"j", "c0"}, {"j", "c1"}, {"k", "c0"}} {
		d.do(chromedp.KeyEvent(x.key))
		if got := in[string](f, "document.activeElement.id"); got != x.at {
			t.Errorf("after %s at %q, want %s", x.key, got, x.at)
		}
	}
	in[bool](f, `(document.getElementById("f-verbatim").click(), true)`)
	if got := in[[]string](f, visible); !slices.Equal(got, []string{"c0"}) {
		t.Errorf("the filter shows %q", got)
	}
	if got := in[string](f, `(() => { try { return parent.document.title } catch (e) { return e.name } })()`); got != "SecurityError" {
		t.Errorf("the frame reads the page: %q", got)
	}
}

// docx is a document of Word.
func docx(t *testing.T, paragraphs ...string) []byte {
	t.Helper()
	var body, b bytes.Buffer
	for _, p := range paragraphs {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", p)
	}
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`, &body)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// files writes a file to be dropped.
func file(t *testing.T, name string, src []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, src, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func (d *door) dropped(t *testing.T) {
	d.t = t
	d.clear()
	d.drop("transcript", file(t, "speech.docx", docx(t, strings.Split(strings.TrimSpace(speechText), "\n\n")...)))
	d.drop("report", file(t, "report.txt", []byte(reportText)))
	f := d.check()
	if got, want := f.verdicts(), []string{"differs from this transcript", "verbatim"}; !slices.Equal(got, want) {
		t.Errorf("verdicts %q, want %q", got, want)
	}
	var r record.Record
	if err := json.Unmarshal(d.save(desk.Format{Name: "json", File: "quotes.json"}), &r); err != nil {
		t.Fatal(err)
	}
	if r.Reports[0].Name != "report.txt" || r.Transcripts[0].Name != "speech.docx" {
		t.Errorf("the names are %s, %s", r.Reports[0].Name, r.Transcripts[0].Name)
	}
}

// wrong drops a picture and then, with nothing but that, asks for a check.
func (d *door) wrong(t *testing.T) {
	d.t = t
	d.clear()
	picture := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")
	d.do(chromedp.Click("#check", chromedp.ByQuery))
	d.until("nothing to check is told", `document.getElementById("error").textContent.includes("no report")`)
	d.drop("transcript", file(t, "photo.png", picture))
	d.paste("report", reportText)
	d.do(chromedp.Click("#check", chromedp.ByQuery))
	d.until("the transcript is told of", `/no transcript can be read: photo\.png/.test(document.getElementById("error").textContent)`)
	d.clear()
	d.drop("report", file(t, "photo.png", picture))
	d.paste("transcript", speechText)
	d.paste("report", reportText)
	f := d.check()
	if got := in[string](f, `document.querySelector(".error")?.textContent ?? ""`); !strings.Contains(got, "photo.png") {
		t.Errorf("the result says %q of the picture", got)
	}
	if got := f.verdicts(); len(got) != 2 {
		t.Errorf("verdicts %q beside it", got)
	}
}

// markup has markup in every field that is shown.
func (d *door) markup(t *testing.T) {
	d.t = t
	d.clear()
	const bad = `<img src=x onerror=alert(1)><script>alert(2)</script>`
	d.drop("transcript", file(t, "<b onclick=1>s.txt", []byte("Mira "+bad+" Dolan:\n\nWe will not close the seven lighthouses "+bad+" this winter.\n")))
	d.drop("report", file(t, "'\"><i>r.txt", []byte("“We will close the seven lighthouses "+bad+" this winter,” Mira "+bad+" Dolan said.\n")))
	f := d.check()
	if n := in[int](f, `document.querySelectorAll("img, i, b[onclick], script").length`); n != 1 { // its own
		t.Errorf("%d elements of the texts stand in the result", n)
	}
	if n := ask[int](d.browser, `document.querySelectorAll("main img, main i, main b").length`); n != 0 {
		t.Errorf("%d elements of the names stand in the page", n)
	}
}

// large is a report of 5 MB, most of which quotes nobody.
func (d *door) large(t *testing.T) {
	d.t = t
	d.clear()
	filler := strings.Repeat("The boats of the harbour come home late in the winter and leave early in the spring.\n\n", 5<<20/86)
	d.drop("report", file(t, "large.txt", []byte(reportText+"\n"+filler)))
	d.drop("transcript", file(t, "speech.txt", []byte(speechText)))
	d.do(chromedp.Click("#check", chromedp.ByQuery), chromedp.KeyEvent("\x1b"))
	d.until("the check is stopped", `document.getElementById("state").textContent === "Stopped."`)
	f := d.check()
	if got := f.verdicts(); len(got) < 2 || got[0] != "differs from this transcript" {
		t.Errorf("verdicts %.200q", got)
	}
}

// looks holds the page to what can be measured of its looks.
func (d *door) looks(t *testing.T) {
	d.t = t
	d.clear()
	d.paste("transcript", speechText)
	d.paste("report", reportText)
	f := d.check()
	for _, scheme := range []string{"light", "dark"} {
		d.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
		if got := ask[float64](d.browser, contrast); got < 4.5 {
			t.Errorf("%s: a contrast of %.1f", scheme, got)
		}
	}
	d.do(emulation.SetEmulatedMedia())
	if got := ask[string](d.browser, unnamed); got != "" {
		t.Errorf("controls without a name: %s", got)
	}
	if got := ask[string](d.browser, `[...document.querySelectorAll("h1, h2, h3")].map(h => h.tagName).join("")`); !strings.HasPrefix(got, "H1H2") || strings.Count(got, "H1") != 1 {
		t.Errorf("headings %s", got)
	}
	if n := ask[int](d.browser, `document.querySelectorAll("main").length + document.querySelectorAll("html[lang=en]").length`); n != 2 {
		t.Errorf("%d of the landmark and the language", n)
	}
	in[bool](f, `(addEventListener("beforeprint", () => { document.body.dataset.printed = "yes" }), true)`)
	d.do(chromedp.Click("#print", chromedp.ByQuery), chromedp.Sleep(100*time.Millisecond))
	if got := in[string](f, `document.body.dataset.printed ?? "no"`); got != "yes" {
		t.Error("the result is not printed")
	}
	d.do(chromedp.EmulateViewport(320, 640))
	if w := ask[int](d.browser, "document.documentElement.scrollWidth"); w > 320 {
		t.Errorf("%d pixels wide on a phone", w)
	}
	d.do(chromedp.EmulateViewport(1280, 800), emulation.SetEmulatedMedia().WithMedia("print"))
	if got := ask[string](d.browser, `getComputedStyle(document.querySelector("form")).display`); got != "none" {
		t.Errorf("the form is printed: %s", got)
	}
	d.do(emulation.SetEmulatedMedia())
}

// unnamed are the controls that nobody who hears the page can tell.
const unnamed = `[...document.querySelectorAll("input, textarea, select, button, a, iframe, progress")].filter(e =>
	!(e.labels?.[0]?.textContent ?? "").trim() && !e.textContent.trim() && !e.title && !e.getAttribute("aria-label"))
	.map(e => e.outerHTML).join(" ")`

// TestDeskPicture writes the README's picture of the page with -update.
func TestDeskPicture(t *testing.T) {
	if !*picture {
		t.Skip("only with -update")
	}
	d := enter(t, serving(t))
	d.paste("transcript", speechText)
	d.paste("report", reportText)
	var png []byte
	d.do(chromedp.EmulateViewport(1200, 800), chromedp.Sleep(300*time.Millisecond), chromedp.CaptureScreenshot(&png))
	if err := os.WriteFile("../../docs/desk.png", png, 0o666); err != nil {
		t.Fatal(err)
	}
}
