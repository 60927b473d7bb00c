@echo off
rem Starts Counterpoise with a Java of version 25 or newer: JAVA_HOME, then the path, then the usual folders.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
  if not defined JAVA if exist "%%~R" for /d %%D in ("%%~R\*") do if not defined JAVA call :try "%%~D\bin\java.exe"
)

if not defined JAVA (
  echo Counterpoise needs Java 25 or newer, and none was found. 1>&2
  echo Install a JDK 25 ^(for example Eclipse Temurin 25^) or set JAVA_HOME to one. 1>&2
  exit /b 2
)
"%JAVA%" ${app.jvm.args} %COUNTERPOISE_JAVA_OPTS% "-Dcounterpoise.samples=%HOME_DIR%\sample-data" -cp "%HOME_DIR%\lib\*" ${main.class} %*
exit /b %ERRORLEVEL%

:try
if not exist %1 exit /b 0
for /f "tokens=3" %%V in ('"%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do (
  for /f "delims=." %%M in ("%%V") do if %%M GEQ 25 set "JAVA=%~1"
)
exit /b 0
