@echo off
rem Runs rbee from this checkout: finds a JDK 25, builds what is missing or stale, starts. Nothing is installed.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "target=%root%\installers\target"
set "image=%target%\image"

rem --- a JDK 25 ---
set "jdk="
if not defined RBEE_JAVA goto :search
call :try "%RBEE_JAVA%"
if defined jdk goto :found
echo rbee: RBEE_JAVA is %RBEE_JAVA%, which is no JDK 25. 1>&2
exit /b 1
:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :tryexe "%%j"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*\current" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :try "%%~d"
if defined jdk goto :found
echo rbee: rbee needs a JDK 25, and there is none in RBEE_JAVA, JAVA_HOME, on the PATH or in the usual folders. 1>&2
echo rbee: Install one, for example by: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
exit /b 1
:found

rem --- what is missing or stale ---
call :stale
if not errorlevel 1 goto :start
if not exist "%target%" mkdir "%target%"
:lock
mkdir "%target%\building" 2>nul && goto :build
rem A lock older than 20 minutes belongs to nobody any more.
powershell -NoProfile -Command "$d = Get-Item -LiteralPath $env:target\building -ErrorAction SilentlyContinue; if ($d -and $d.CreationTime -lt (Get-Date).AddMinutes(-20)) { Remove-Item -Recurse -LiteralPath $d.FullName }; Start-Sleep -Milliseconds 500"
goto :lock
:build
call :stale
if not errorlevel 1 goto :unlock
if exist "%target%\stamp" (echo rbee: building ^(sources have changed^)... 1>&2) else (echo rbee: building ^(first run, about a minute^)... 1>&2)
type nul > "%target%\stamp.new"
pushd "%root%"
set "JAVA_HOME=%jdk%"
call mvnw.cmd -q -B -ntp -Drbee.fast=true -Dmaven.test.skip=true -pl installers -am package > "%target%\build.log" 2>&1 < nul
set "built=%errorlevel%"
popd
if "%built%"=="0" (move /y "%target%\stamp.new" "%target%\stamp" >nul) else (
  type "%target%\build.log" 1>&2
  echo rbee: the build failed; all of it is in %target%\build.log 1>&2
  rmdir "%target%\building"
  exit /b 1
)
:unlock
rmdir "%target%\building"

:start
set "section=cli"
for %%a in (%*) do (
  if "%%~a"=="--daemon" set "section=daemon"
  if "%%~a"=="queen" set "section=daemon"
  if "%%~a"=="registry" set "section=daemon"
  if "%%~a"=="hive" set "section=daemon"
  if "%%~a"=="worker" set "section=daemon"
)
set "path_=%image%\lib\*"
set "main=dev.rbee.service.boot.Main"
rem The window: without words, with "app", and with what desktops pass: links and model files.
set "window="
set "first=%~1"
if not defined first set "window=1"
if "%~1"=="app" set "window=1"
if /i "%~x1"==".gguf" set "window=1"
if defined first if /i "%first:~0,5%"=="rbee:" set "window=1"
if not defined window goto :options
set "path_=%image%\lib\*;%image%\app\*"
set "main=dev.rbee.app.launch.Main"
set "section=application"
:options
rem The one list of Java options: those of all programs, then this one's.
set "options="
set "reading="
for /f "usebackq eol=# tokens=*" %%l in ("%root%\jpackage\java.options") do call :option "%%l"
"%jdk%\bin\java.exe" %options% "-Drbee.assets=%image%\assets" "-Drbee.classpath=%image%\lib\*" -cp "%path_%" %main% %*
exit /b %errorlevel%

:option
set "word=%~1"
if "%word%"=="[common]" set "reading=1" & exit /b 0
if "%word%"=="[%section%]" set "reading=1" & exit /b 0
if "%word:~0,1%"=="[" set "reading=" & exit /b 0
if defined reading set "options=%options% %word%"
exit /b 0

:try
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[.+-]" /c:"JAVA_VERSION=.25.$" "%~1\release" >nul 2>&1 && set "jdk=%~1"
exit /b 0

:tryexe
for %%h in ("%~dp1..") do call :try "%%~fh"
exit /b 0

:stale
if not exist "%target%\stamp" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:target\stamp).LastWriteTime; $n = Get-ChildItem -LiteralPath $env:root -Recurse -File -Include *.java,pom.xml,*.properties,*.css,*.fxml,*.gguf,*.ttf,*.sql,java.options | Where-Object { $_.FullName -notmatch '\\(target|test|\.git)\\' -and $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
exit /b %errorlevel%
