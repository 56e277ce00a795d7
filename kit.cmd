@echo off
rem Starts the Quantum Internet Kit on Windows; the same steps as the shell script "kit".
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"

if defined JAVA_HOME goto java_home
for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if defined JAVA goto have_java
echo kit: there is no Java: install a JDK 17 or newer from adoptium.net. 1>&2
exit /b 1

:java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto have_java
echo kit: JAVA_HOME has no bin\java.exe: point JAVA_HOME at a JDK 17 or newer, or unset it. 1>&2
exit /b 1

:have_java
"%JAVA%" --list-modules 2>nul | findstr /b "jdk.compiler@" >nul
if not errorlevel 1 goto have_compiler
echo kit: %JAVA% is not a JDK: install a JDK 17 or newer and point JAVA_HOME at it. 1>&2
exit /b 1

:have_compiler
"%JAVA%" --list-modules | findstr /r /c:"^java.base@[0-9]$" /c:"^java.base@[0-9]\." /c:"^java.base@1[0-6]$" /c:"^java.base@1[0-6]\." >nul
if errorlevel 1 goto have_jdk
echo kit: %JAVA% is too old: install a JDK 17 or newer and point JAVA_HOME at it. 1>&2
exit /b 1

:have_jdk
set "STAMP=%ROOT%\target\kit\classpath.txt"
if not exist "%STAMP%" goto build
pushd "%ROOT%"
powershell -NoProfile -Command "$t = (Get-Item 'target\kit\classpath.txt').LastWriteTime; if (Get-Item pom.xml, data, lib\src\main, data\*, lib\src\main\* -ErrorAction SilentlyContinue | ForEach-Object { $_; if ($_.PSIsContainer) { Get-ChildItem -Recurse $_.FullName } } | Where-Object { $_.LastWriteTime -gt $t }) { exit 1 }"
set "STALE=%errorlevel%"
popd
if "%STALE%"=="0" goto start

:build
where mvn >nul 2>nul
if not errorlevel 1 goto have_maven
echo kit: there is no Maven, and the kit must be built first: install Maven 3.8 or newer from maven.apache.org. 1>&2
exit /b 1

:have_maven
echo kit: building (the first time downloads the libraries, which takes minutes) ... 1>&2
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
set "BUILT=%errorlevel%"
popd
if "%BUILT%"=="0" goto start
echo kit: the build failed. If the lines above say that something could not be resolved: connect to the network and start again. If they name a source file: mend it. 1>&2
exit /b 1

:start
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Djdk.console=java.base "-Dkit.root=%ROOT%" -cp "%ROOT%\target\kit\*" qnet.cli.Kit %*
exit /b %errorlevel%
