package speech
import ("testing";"os";"github.com/quoteprov/quoteprov/normalize";"fmt")
func TestDbg(t *testing.T){
 for _,f:=range []string{"a","b","c"} {
 b,_:=os.ReadFile("/tmp/speech/"+f+".txt")
 d:=normalize.Text("x",b)
 for i,b:=range d.Blocks{ if i>8 {break}; fmt.Printf("%d %d %.100q\n",i,b.Kind, d.Read(b.Span))}
 for i,r:=range d.Removed { if i>8 {break}; fmt.Printf("  R %s %.100q\n",r.Reason, d.Read(r.Span))}
 for i,u:=range Turns(d){ if i>8 {break}; fmt.Printf("  T %s %q %.60q\n",u.Speaker,d.Read(u.Label), d.Read(u.Span))}
 }
}
