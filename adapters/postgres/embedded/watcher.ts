// A shell that starts PostgreSQL and waits for two ends: PostgreSQL's own, and that of the process whose pipe it reads. The
// system closes that pipe with the process, also when it is killed; then PostgreSQL is told to end, and is made to when it
// does not. As its parent the shell can never signal another process of the same number.

/** Its words are the program and its arguments; it prints the program's process id. Standard error is passed on. */
export const watcherScript = `
exec 3<&0
"$@" </dev/null >/dev/null 3<&- &
postgres=$!
# Those that stand still would outlive it.
children() {
  cat /proc/$postgres/task/$postgres/children || ps -A -o ppid=,pid= | while read -r parent child; do
    [ "$parent" = $postgres ] && echo $child
  done
}
{
  read -r never <&3
  seconds=0
  while kill -0 $postgres; do
    case $seconds in
      0) kill -INT $postgres ;;
      5) kill -QUIT $postgres ;;
      8) kill -KILL $(children) $postgres ;;
    esac
    sleep 1
    seconds=$((seconds + 1))
  done
} >/dev/null 2>&1 &
guard=$!
echo $postgres
exec >/dev/null 3<&-
wait $postgres
ended=$?
kill $guard 2>/dev/null
exit $ended
`;
